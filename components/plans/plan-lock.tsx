"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import type { PlanStanding } from "@/lib/plans/find-plan";
import { lock, unlock } from "@/lib/plans/save-plan";
import { Said } from "@/components/ui/said";

/** 汇总锁定 by the province, 解锁 with a reason. */
export function PlanLock({ plan, waiting }: { plan: PlanStanding; waiting: string[] }) {
  const [reason, setReason] = useState("");
  const [locked, close, closing] = useActionState(lock, null);
  const [opened, open, opening] = useActionState(unlock, null);
  const key = { divisionCode: plan.divisionCode, version: plan.version };
  const error = opened?.ok === false ? opened.fields.reason : undefined;
  return (
    <section className="card no-print space-y-2 px-5 py-4 text-sm" aria-label="汇总锁定">
      {plan.state === "open" ? (
        <form onSubmit={sending(() => close(key))} className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary" disabled={closing}>汇总锁定</Button>
          <span className="text-muted">{waiting.length > 0 ? `尚未报送：${waiting.join("、")}。` : "各市均已报送。"}锁定后各市不能再改；变更要说明原因解锁，记入变更记录。</span>
        </form>
      ) : (
        <form onSubmit={sending(() => open({ ...key, reason }))} className="flex flex-wrap items-end gap-3">
          <label className="min-w-64 flex-1">解锁的原因
            <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} aria-invalid={error ? true : undefined} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5 aria-invalid:border-fail" />
            {error ? <span className="text-fail">✕ {error}</span> : null}
          </label>
          <Button type="submit" look="danger" disabled={opening}>解锁</Button>
        </form>
      )}
      <Said result={plan.state === "open" ? locked : opened} />
    </section>
  );
}
