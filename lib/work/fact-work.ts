import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { readFact } from "@/lib/counties/fact-data";
import { itemTitle } from "@/lib/counties/group-items";
import type { Tx } from "@/lib/db/with-scope";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

/** County items that wait: for the bureau those to approve, for a unit those assigned to it or returned. */
export async function factWork(tx: Tx, actor: Actor): Promise<WorkGroup[]> {
  const { office } = actor;
  const approves = can(actor, "county-fact.approve");
  if (!approves && !can(actor, "county-fact.edit")) return [];
  const open = await tx.filingYear.findMany({ where: { divisionCode: office.divisionCode, completedAt: null }, select: { year: true } });
  const rows = await tx.countyFact.findMany({
    where: { divisionCode: office.divisionCode, year: { in: open.map((row) => row.year) }, ...(approves ? { state: "submitted" } : { state: "draft", unitId: office.unitId }) },
    orderBy: [{ year: "desc" }, { item: "asc" }], select: { year: true, item: true, data: true },
  });
  const items = rows.map((row): WorkItem => {
    const { returnReason } = readFact(row.data);
    return { key: `${row.year}/${row.item}`, title: itemTitle(row.item), detail: returnReason ? `被退回：${returnReason}` : `${row.year} 年度县级指标`, href: `/d/${office.divisionCode}/items?year=${row.year}#${row.item}`, dueOn: null, overdue: false };
  });
  return [toGroup(approves ? "待审定的县级指标" : "本单位填报的县级指标", items)];
}
