"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { StageView } from "@/lib/targets/load-targets";
import { dropStage, saveStage } from "@/lib/targets/save-targets";

/** Adds or changes a stage of the plan. */
export function StageForm({ divisionCode, stage }: { divisionCode: string; stage: StageView | null }) {
  const [draft, setDraft] = useState({ name: stage?.name ?? "", startsOn: stage?.startsOn ?? "", endsOn: stage?.endsOn ?? "", note: stage?.note ?? "" });
  const [saved, save, saving] = useActionState(saveStage, null);
  const [dropped, drop, dropping] = useActionState(dropStage, null);
  const id = stage?.id ?? "new";
  const field = (key: keyof typeof draft, label: string, type = "text") => (
    <TextField id={`stage-${id}-${key}`} label={label} type={type} value={draft[key]} error={saved?.ok === false ? saved.fields[key] : undefined} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
  );
  return (
    <details className="no-print text-sm"><summary className="cursor-pointer text-brand">{stage ? `修改“${stage.name}”` : "添加阶段"}</summary>
      <form className="mt-2 space-y-3" onSubmit={sending(() => save({ divisionCode, id: stage?.id ?? "", version: stage?.version ?? 0, ...draft }))}>
        <div className="grid gap-3 sm:grid-cols-4">{field("name", "阶段名称")}{field("startsOn", "开始日期", "date")}{field("endsOn", "结束日期", "date")}{field("note", "说明（选填）")}</div>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={saving || dropping}>保存阶段</Button>
          {stage ? <Button type="button" look="danger" disabled={saving || dropping} onClick={sending(() => drop({ divisionCode, id: stage.id, version: stage.version }))}>移出</Button> : null}
          <Said result={dropped ?? saved} />
        </div>
      </form>
    </details>
  );
}
