"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { PlanStanding } from "@/lib/plans/find-plan";
import { saveNote } from "@/lib/plans/save-plan";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";

/** The province's words under the plan and the year from which the remaining counties come first. */
export function PlanNote({ plan }: { plan: PlanStanding }) {
  const [note, setNote] = useState(plan.note);
  const [from, setFrom] = useState(plan.superviseFrom === null ? "" : String(plan.superviseFrom));
  const [result, save, busy] = useActionState(saveNote, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  return (
    <Card title="全省说明" className="no-print">
      <form className="space-y-3" onSubmit={sending(() => save({ divisionCode: plan.divisionCode, version: plan.version, note, superviseFrom: from }))}>
        <TextArea label="说明（随规划表下发）" rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <div className="max-w-72"><TextField id="supervise-from" label="从哪一年起重点督促剩余县（选填）" inputMode="numeric" value={from} error={error("superviseFrom")} onChange={(event) => setFrom(event.target.value)} /></div>
        <div className="flex items-center gap-3"><Button type="submit" disabled={busy}>保存说明</Button><Said result={result} /></div>
      </form>
    </Card>
  );
}
