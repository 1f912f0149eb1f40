import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { placeNames } from "@/lib/divisions/place-names";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup } from "./work-item";

const WAITS = { county: "returned", city: "city", province: "province", nation: "reported" } as const;

/** 推荐表 that wait for this level: returned ones for the county, those of its turn above. Three queries. */
export async function nominationWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  const { level, divisionCode } = actor.office;
  if (level === "school" || !can(actor, level === "county" ? "nomination.write" : "nomination.review")) return [];
  const [gte, lt] = codeRange(divisionCode);
  const rows = await tx.nomination.findMany({ where: { state: WAITS[level], divisionCode: { gte, lt } }, orderBy: { divisionCode: "asc" }, take: 200, select: { id: true, divisionCode: true, batchId: true } });
  const nameOf = await placeNames(tx, divisionCode, rows.map((row) => row.divisionCode));
  const due = new Map((await tx.nominationBatch.findMany({ where: { id: { in: rows.map((row) => row.batchId) } }, select: { id: true, dueOn: true } })).map((row) => [row.id, dayOf(row.dueOn)]));
  return [toGroup("先行创建推荐", rows.map((row) => {
    // The last day is the provinces'.
    const dueOn = level === "nation" ? null : (due.get(row.batchId) ?? null);
    return { key: row.id, title: `${nameOf(row.divisionCode)}先行创建推荐表`, detail: level === "county" ? "被退回，修改后再报送" : "等待办理", href: `/d/${divisionCode}/nominations/${row.id}`, dueOn, overdue: dueOn !== null && dueOn < today };
  }))];
}
