import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { FILING_STATE_NAME, isFilingState } from "@/lib/filings/states";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

/** Filings that wait: for the bureau those to review, for a school its own to fill in or correct. */
export async function filingWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  const { office } = actor;
  const reviews = can(actor, "filing.review");
  if (!reviews && !can(actor, "filing.edit")) return [];
  const rows = await tx.filing.findMany({
    where: reviews ? { divisionCode: office.divisionCode, state: { in: ["submitted", "resubmitted"] } } : { filedBySchoolId: office.schoolId ?? "", state: { in: ["open", "returned", "correcting"] } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }], take: 200,
    select: { id: true, schoolId: true, year: true, state: true, divisionCode: true, school: { select: { name: true } } },
  });
  const years = await tx.filingYear.findMany({ where: { divisionCode: office.divisionCode, completedAt: null }, select: { year: true, closesOn: true } });
  const closes = new Map(years.map((row) => [row.year, dayOf(row.closesOn)]));
  const items = rows.filter((row) => reviews || closes.has(row.year)).map((row): WorkItem => {
    const dueOn = reviews ? null : (closes.get(row.year) ?? null);
    return { key: row.id, title: `${row.school.name} ${row.year}学年初自评`, detail: isFilingState(row.state) ? FILING_STATE_NAME[row.state] : "", href: `/s/${row.schoolId}/filing/${row.year}`, dueOn, overdue: dueOn !== null && dueOn < today };
  });
  return [toGroup(reviews ? "待审核的自评" : "要填报、更正的自评", items)];
}
