"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { publishTemplate } from "@/lib/tasks/save-template";

const EMPTY = { title: "", group: "", requirement: "", quantityTarget: "", quantityUnit: "", dueMonth: "12", supersedes: "" };

/** Sets a task for all counties below. */
export function TemplateForm({ year, templates }: { year: number; templates: { id: string; title: string }[] }) {
  const [draft, setDraft] = useState(EMPTY);
  const [firstYear, setFirstYear] = useState(String(year));
  const [result, publish, busy] = useActionState(async (before: Awaited<ReturnType<typeof publishTemplate>> | null) => {
    const answer = await publishTemplate(before, { ...draft, firstYear });
    if (answer.ok) setDraft(EMPTY);
    return answer;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const text = (key: keyof typeof EMPTY, label: string) => <TextField id={`template-${key}`} label={label} value={draft[key]} error={error(key)} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />;
  return (
    <details className="mt-4"><summary className="cursor-pointer font-medium text-brand">布置一项任务</summary>
      <form onSubmit={sending(() => publish())} className="mt-3 space-y-3">
        {text("title", "任务名称")}
        <div className="grid gap-3 sm:grid-cols-3">
          {text("group", "分组")}{text("quantityTarget", "数量目标（选填）")}{text("quantityUnit", "数量的单位")}
          {text("dueMonth", "每年完成月份")}
          <TextField id="template-firstYear" label="从哪个年度起" inputMode="numeric" value={firstYear} error={error("firstYear")} onChange={(event) => setFirstYear(event.target.value)} />
          <label className="block text-sm font-medium">替换原任务（选填）<select value={draft.supersedes} onChange={(event) => setDraft({ ...draft, supersedes: event.target.value })} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal"><option value="">不替换</option>{templates.map((one) => <option key={one.id} value={one.id}>{one.title}</option>)}</select></label>
        </div>
        {text("requirement", "工作要求（选填）")}
        <div className="flex items-center gap-3"><Button type="submit" look="primary" disabled={busy}>布置到所辖各县</Button><Said result={result} /></div>
      </form>
    </details>
  );
}
