"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { addTask, editTask } from "@/lib/tasks/save-task";

export type TaskDraft = {
  title: string; group: string; requirement: string; parentId: string | null; leadPost: string; leadHolder: string; leadUnitId: string | null; jointUnitIds: string[]; allSchools: boolean;
  startsOn: string; dueOn: string; recurrence: string; weight: number; quantityTarget: string | null; quantityUnit: string | null; outputs: string;
};
type Props = { target: { divisionCode: string; year: number } | { taskId: string; version: number }; draft: TaskDraft; official: boolean; units: { id: string; name: string }[]; parents: { id: string; title: string }[]; groups: string[] };

const box = "w-full rounded-md border border-line bg-surface px-3 py-2 aria-invalid:border-fail";

/** Adds a measure or changes what defines a task. What is typed stays through every refusal. */
export function TaskEditor({ target, draft: initial, official, units, parents, groups }: Props) {
  const [draft, setDraft] = useState(initial);
  const router = useRouter();
  const adding = "divisionCode" in target;
  const [result, save, busy] = useActionState(async (before: Awaited<ReturnType<typeof addTask>> | Awaited<ReturnType<typeof editTask>> | null) => {
    const input = { ...target, ...draft, parentId: draft.parentId ?? "", leadUnitId: draft.leadUnitId ?? "", quantityTarget: draft.quantityTarget ?? "", quantityUnit: draft.quantityUnit ?? "" };
    if (!adding) return editTask(before?.ok ? null : before, input);
    const added = await addTask(null, input);
    if (added.ok) router.push(`/d/${target.divisionCode}/tasks/${added.data.id}`);
    return added;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = <K extends keyof TaskDraft>(key: K, value: TaskDraft[K]) => setDraft((before) => ({ ...before, [key]: value }));
  const text = (key: "title" | "group" | "leadPost" | "leadHolder" | "outputs" | "quantityTarget" | "quantityUnit", label: string, more: { help?: string; readOnly?: boolean; list?: string; maxLength?: number } = {}) => (
    <TextField id={`task-${key}`} label={label} value={draft[key] ?? ""} error={error(key)} {...more} onChange={(event) => set(key, event.target.value)} />
  );
  return (
    <form onSubmit={sending(() => save())} className="space-y-4">
      {text("title", "任务名称", { readOnly: official, maxLength: 200, help: official ? "上级文件的任务名称保持原文。" : undefined })}
      <div className="grid gap-4 sm:grid-cols-2">
        {text("group", "分组", { readOnly: official, list: "task-groups", maxLength: 60 })}
        <datalist id="task-groups">{groups.map((group) => <option key={group} value={group} />)}</datalist>
        <label className="block text-sm font-medium">上级任务
          <select value={draft.parentId ?? ""} onChange={(event) => set("parentId", event.target.value || null)} className={`mt-1 font-normal ${box}`}><option value="">无</option>{parents.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</select>
          {error("parentId") ? <span className="text-fail">✕ {error("parentId")}</span> : null}
        </label>
        <label className="block text-sm font-medium">牵头单位
          <select value={draft.leadUnitId ?? ""} onChange={(event) => set("leadUnitId", event.target.value || null)} aria-invalid={error("leadUnitId") ? true : undefined} className={`mt-1 font-normal ${box}`}><option value="">教育行政部门（未指定科室）</option>{units.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}</select>
          {error("leadUnitId") ? <span className="text-fail">✕ {error("leadUnitId")}</span> : null}
        </label>
        {text("leadPost", "责任岗位", { help: "写岗位，如“分管基础教育的副局长”。", maxLength: 60 })}
        {text("leadHolder", "现任（选填）", { maxLength: 30 })}
        <TextField id="task-weight" label="权重（1—10）" inputMode="numeric" value={draft.weight} error={error("weight")} onChange={(event) => set("weight", Number(event.target.value) || 0)} />
        <TextField id="task-startsOn" label="开始日期" type="date" value={draft.startsOn} error={error("startsOn")} onChange={(event) => set("startsOn", event.target.value)} />
        <TextField id="task-dueOn" label="完成时限" type="date" value={draft.dueOn} error={error("dueOn")} onChange={(event) => set("dueOn", event.target.value)} />
        {text("quantityTarget", "数量目标（选填）")}
        {text("quantityUnit", "数量的单位", { maxLength: 10 })}
      </div>
      <fieldset className="text-sm"><legend className="mb-1 font-medium">配合单位</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {units.map((one) => <label key={one.id} className="flex items-center gap-1.5"><input type="checkbox" checked={draft.jointUnitIds.includes(one.id)} onChange={(event) => set("jointUnitIds", event.target.checked ? [...draft.jointUnitIds, one.id] : draft.jointUnitIds.filter((id) => id !== one.id))} />{one.name}</label>)}
          <label className="flex items-center gap-1.5"><input type="checkbox" checked={draft.allSchools} onChange={(event) => set("allSchools", event.target.checked)} />各义务教育学校</label>
        </div>
        {error("jointUnitIds") ? <p className="text-fail">✕ {error("jointUnitIds")}</p> : null}
      </fieldset>
      <fieldset className="flex gap-4 text-sm"><legend className="sr-only">频次</legend>
        {[["once", "每年一次"], ["half-yearly", "每年两次"]].map(([value, label]) => <label key={value} className="flex items-center gap-1.5"><input type="radio" name="recurrence" checked={draft.recurrence === value} onChange={() => set("recurrence", value ?? "once")} />{label}</label>)}
      </fieldset>
      <TextArea label="工作要求（选填）" rows={3} maxLength={2000} value={draft.requirement} onChange={(event) => set("requirement", event.target.value)} />
      {text("outputs", "成果文件（选填）", { maxLength: 500 })}
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" disabled={busy}>{adding ? "加入清单" : "保存修改"}</Button>
        <Said result={result} />
      </div>
    </form>
  );
}
