"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { dropPlan } from "@/lib/planner/save-plan";

/** Takes a plan off the list. */
export function DropPlan({ plan }: { plan: { divisionCode: string; id: string; version: number } }) {
  const router = useRouter();
  const [result, drop, busy] = useActionState(dropPlan, null);
  useEffect(() => {
    if (result?.ok) router.push(`/d/${plan.divisionCode}/plan/solver`);
  }, [result, router, plan.divisionCode]);
  return (
    <details className="no-print text-sm"><summary className="cursor-pointer text-muted">移出列表…</summary>
      <form className="mt-2 flex items-center gap-3" onSubmit={sending(() => drop(plan))}>
        <span>移出后不再显示，测算记录仍保留；已写入的目标和台账不变。</span>
        <Button type="submit" look="danger" disabled={busy}>确认移出</Button>
        <Said result={result} />
      </form>
    </details>
  );
}
