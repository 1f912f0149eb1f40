"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { GoalView } from "@/lib/targets/load-targets";
import { saveGoal } from "@/lib/targets/save-targets";

/** The county's target year and the document that names it. */
export function GoalForm({ divisionCode, goal }: { divisionCode: string; goal: GoalView | null }) {
  const [draft, setDraft] = useState({ targetYear: goal ? String(goal.targetYear) : "", source: goal?.source ?? "", draft: goal?.draft ?? false, note: goal?.note ?? "" });
  const [result, save, busy] = useActionState(saveGoal, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  return (
    <details className="no-print mt-2"><summary className="cursor-pointer text-brand">{goal ? "修改目标年" : "填写目标年"}</summary>
      <form className="mt-2 space-y-3" onSubmit={sending(() => save({ divisionCode, version: goal?.version ?? 0, ...draft }))}>
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField id="goal-year" label="目标年" inputMode="numeric" value={draft.targetYear} error={error("targetYear")} onChange={(event) => setDraft({ ...draft, targetYear: event.target.value })} />
          <TextField id="goal-source" label="依据文件" value={draft.source} maxLength={200} error={error("source")} onChange={(event) => setDraft({ ...draft, source: event.target.value })} />
        </div>
        <label className="flex items-center gap-2 text-sm"><input type="checkbox" checked={draft.draft} onChange={(event) => setDraft({ ...draft, draft: event.target.checked })} />依据是征求意见稿（不计逾期）</label>
        <div className="flex items-center gap-3"><Button type="submit" look="primary" disabled={busy}>保存目标年</Button><Said result={result} /></div>
      </form>
    </details>
  );
}
