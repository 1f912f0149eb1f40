"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { MilestoneView } from "@/lib/targets/load-targets";
import { dropMilestone, saveMilestone } from "@/lib/targets/save-targets";

/** Adds a milestone to a stage, changes it or says on which day it was done. */
export function MilestoneForm({ divisionCode, stageId, milestone }: { divisionCode: string; stageId: string; milestone: MilestoneView | null }) {
  const [draft, setDraft] = useState({ title: milestone?.title ?? "", dueOn: milestone?.dueOn ?? "", doneOn: milestone?.doneOn ?? "", note: milestone?.note ?? "" });
  const [saved, save, saving] = useActionState(saveMilestone, null);
  const [dropped, drop, dropping] = useActionState(dropMilestone, null);
  const id = milestone?.id ?? `new-${stageId}`;
  const field = (key: keyof typeof draft, label: string, type = "text") => (
    <TextField id={`step-${id}-${key}`} label={label} type={type} value={draft[key]} error={saved?.ok === false ? saved.fields[key] : undefined} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
  );
  return (
    <details className="no-print text-sm"><summary className="cursor-pointer text-brand" aria-label={milestone ? `办理节点：${milestone.title}` : undefined}>{milestone ? "办理…" : "添加节点"}</summary>
      <form className="mt-2 space-y-3" onSubmit={sending(() => save({ divisionCode, stageId, id: milestone?.id ?? "", version: milestone?.version ?? 0, ...draft }))}>
        <div className="grid gap-3 sm:grid-cols-4">{field("title", "节点")}{field("dueOn", "时限", "date")}{field("doneOn", "完成日期（未完成留空）", "date")}{field("note", "说明（选填）")}</div>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={saving || dropping}>保存节点</Button>
          {milestone ? <Button type="button" look="danger" disabled={saving || dropping} onClick={sending(() => drop({ divisionCode, id: milestone.id, version: milestone.version }))}>移出</Button> : null}
          <Said result={dropped ?? saved} />
        </div>
      </form>
    </details>
  );
}
