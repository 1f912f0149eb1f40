import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup } from "./work-item";

/** Visits that wait: for an inspector those planned, for a principal those to confirm; units' reports for the bureau. */
export async function visitWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  const { office } = actor;
  const planned = office.office === "inspector"
    ? await tx.visit.findMany({ where: { visitorId: actor.userId, state: "planned" }, orderBy: [{ plannedOn: "asc" }, { id: "asc" }], take: 100, select: { id: true, schoolId: true, plannedOn: true } }) : [];
  const names = new Map((await tx.school.findMany({ where: { id: { in: planned.map((visit) => visit.schoolId) } }, select: { id: true, name: true } })).map((school) => [school.id, school.name]));
  const recorded = can(actor, "visit.answer") && office.schoolId !== null
    ? await tx.visit.findMany({ where: { schoolId: office.schoolId, state: "recorded" }, orderBy: [{ visitedOn: "asc" }, { id: "asc" }], take: 100, select: { id: true, schoolId: true, visitedOn: true, visitorName: true } }) : [];
  const reports = can(actor, "task.manage")
    ? await tx.selfReport.findMany({ where: { divisionCode: office.divisionCode, state: "submitted" }, orderBy: [{ year: "asc" }, { unitId: "asc" }], select: { year: true, unitId: true } }) : [];
  const units = new Map((await tx.unit.findMany({ where: { id: { in: reports.map((report) => report.unitId) } }, select: { id: true, name: true } })).map((unit) => [unit.id, unit.name]));
  return [
    toGroup("计划中的访校", planned.map((visit) => { const dueOn = dayOf(visit.plannedOn); return { key: visit.id, title: names.get(visit.schoolId) ?? "学校", detail: "计划访校", href: `/s/visits/${visit.id}`, dueOn, overdue: dueOn < today }; })),
    toGroup("待确认的访校记录", recorded.map((visit) => ({ key: visit.id, title: `${visit.visitorName} ${visit.visitedOn?.toISOString().slice(0, 10) ?? ""} 进校`, detail: "请校长确认", href: `/s/${visit.schoolId}/visits/${visit.id}`, dueOn: null, overdue: false }))),
    toGroup("待采纳的单位自评", reports.map((report) => ({ key: `${report.year}/${report.unitId}`, title: `${units.get(report.unitId) ?? "单位"} ${report.year} 年度自评`, detail: "待审核", href: `/d/${office.divisionCode}/reports?year=${report.year}`, dueOn: null, overdue: false }))),
  ];
}
