"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { inspect } from "@/lib/visits/save-inspection";
import { send } from "./use-kept-draft";

const VERDICTS = [["on-course", "按计划推进"], ["behind", "进度滞后"], ["unmet", "未落实"]] as const;

/** Notes what an inspection found about one task. */
export function InspectForm({ divisionCode, year, taskId, title }: { divisionCode: string; year: number; taskId: string; title: string }) {
  const [verdict, setVerdict] = useState("");
  const [finding, setFinding] = useState("");
  const [result, save, busy] = useActionState(async () => {
    const done = await send(() => inspect(null, { divisionCode, year, taskId, verdict, finding }));
    if (done.ok) setFinding("");
    return done;
  }, null);
  const fields = result?.ok === false ? result.fields : {};
  return (
    <details className="no-print mt-1 text-sm"><summary className="cursor-pointer text-brand">记督查发现</summary>
      <form onSubmit={sending(() => save())} className="mt-2 space-y-2 rounded-md bg-page px-3 py-3">
        <fieldset className="flex flex-wrap gap-4"><legend className="sr-only">“{title}”的督查结论</legend>{VERDICTS.map(([key, label]) => <label key={key} className="flex items-center gap-1.5"><input type="radio" name={`verdict-${taskId}`} checked={verdict === key} onChange={() => setVerdict(key)} />{label}</label>)}</fieldset>
        {fields.verdict ? <p className="text-fail">✕ {fields.verdict}</p> : null}
        <TextArea label="督查发现" rows={2} maxLength={1000} value={finding} onChange={(event) => setFinding(event.target.value)} error={fields.finding} />
        <Button type="submit" look="primary" disabled={busy}>记录</Button>
        <Said result={result} />
      </form>
    </details>
  );
}
