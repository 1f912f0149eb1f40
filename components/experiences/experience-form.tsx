"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { saveExperience } from "@/lib/experiences/save-experience";

type Words = { item: string; title: string; background: string; practice: string; result: string };
type Props = { code: string; given: { id: string; version: number; words: Words } | null; item: string; groups: { group: string; items: { key: string; title: string }[] }[] };

/** Writes a county's experience on an item of the 攻坚清单. */
export function ExperienceForm({ code, given, item, groups }: Props) {
  const [draft, setDraft] = useState<Words>(given?.words ?? { item, title: "", background: "", practice: "", result: "" });
  const [result, save, busy] = useActionState(saveExperience, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: keyof Words) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const id = result?.ok ? result.data.id : (given?.id ?? "");
  const version = result?.ok ? result.data.version : (given?.version ?? 0);
  const area = (key: "background" | "practice" | "result", label: string, rows: number, max: number) => (
    <TextArea label={label} rows={rows} maxLength={max} value={draft[key]} onChange={set(key)} error={error(key)} />
  );
  return (
    <form className="space-y-3" onSubmit={sending(() => save({ id, version, ...draft }))}>
      <label className="block text-sm font-medium">攻坚清单事项
        <select value={draft.item} onChange={set("item")} aria-invalid={error("item") ? true : undefined} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail">
          <option value="">请选择</option>
          {groups.map(({ group, items }) => <optgroup key={group} label={group}>{items.map((one) => <option key={one.key} value={one.key}>{one.title}</option>)}</optgroup>)}
        </select>
        {error("item") ? <span className="font-normal text-fail">✕ {error("item")}</span> : null}
      </label>
      <TextField id="experience-title" label="标题" maxLength={80} value={draft.title} error={error("title")} onChange={set("title")} />
      {area("background", "背景和问题", 3, 1000)}
      {area("practice", "主要做法", 8, 4000)}
      {area("result", "成效", 3, 1000)}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={busy}>保存</Button>
        {id ? <Link className={buttonClass("plain")} href={`/d/${code}/experiences/${id}`} prefetch={false}>查看、报送</Link> : null}
        <Said result={result} />
      </div>
    </form>
  );
}
