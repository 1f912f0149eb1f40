"use client";

import { Button } from "@/components/ui/button";
import { written } from "@/lib/exchange/planned";
import { PlanView } from "./plan-view";
import type { useImport } from "./use-import";

/** Where an import stands: working, refused, previewed, written. `always`: there is something to keep even when no draft changes. */
export function ImportOutcome({ run, always = false }: { run: ReturnType<typeof useImport>; always?: boolean }) {
  const { plan } = run;
  const failed = plan?.problems.some(({ severity }) => severity === "error") ?? false;
  const schools = plan ? written(plan).length : 0;
  return (
    <>
      <p role="status" className="text-sm text-muted">{run.status}</p>
      {run.fault ? <p role="alert" className="rounded bg-fail-soft px-3 py-2 text-sm text-fail">✕ {run.fault}</p> : null}
      {run.said !== null ? <p role="status" className="rounded bg-pass-soft px-3 py-2 text-sm text-pass">✓ {run.said}</p> : null}
      {plan ? <PlanView plan={plan} /> : null}
      {plan && !failed && (schools > 0 || always) ? <Button look="primary" disabled={run.busy} onClick={run.write}>{schools > 0 ? `确认导入 ${schools} 所学校` : "确认保存统计数据"}</Button> : null}
    </>
  );
}
