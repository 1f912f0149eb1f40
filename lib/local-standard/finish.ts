import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { recomputeBelow } from "@/lib/results/recompute-below";

/**
 * The end of every change of a standard: results below follow in the same transaction, the log of each county whose results
 * changed says why, and the person reads what happened.
 */
export async function finish(tx: Tx, actor: Actor, said: string, entry: AuditEntry) {
  const done = await recomputeBelow(asQuery(tx), entry.divisionCode);
  const counties = done.map(({ divisionCode, year }): AuditEntry => ({
    act: "results.recompute", entity: "county_result", entityId: `${divisionCode}/${year}`, divisionCode, detail: { year, because: entry.act, decidedBy: actor.office.divisionCode, entry: entry.entityId },
  }));
  return {
    value: { recomputed: done.length },
    message: `${said}${done.length > 0 ? `已按此重新计算 ${done.length} 个县年度的结果` : "没有需要重新计算的结果"}；已办结的年度保持原标准。`,
    audit: [entry, ...counties],
    changed: [`/d/${entry.divisionCode}/standard`, ...done.map(({ divisionCode }) => `/d/${divisionCode}`)],
  };
}
