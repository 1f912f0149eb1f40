import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { NOTHING_WAITS, STAGE_NAME, isStage } from "@/lib/certification/stages";
import type { Tx } from "@/lib/db/with-scope";
import { placeNames } from "@/lib/divisions/place-names";
import { dayOf } from "@/lib/time";
import { toGroup, type WorkGroup } from "./work-item";

/** More than a list of work can show is counted elsewhere: the list by state. */
const MOST = 200;

/** Courses to recognition that lie in the hands of this body; monitoring is no single thing that waits. Three queries. */
export async function certificationWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  if (!can(actor, "certification.apply") && !can(actor, "certification.evaluate")) return [];
  const rows = await tx.certificationCase.findMany({
    where: { holder: actor.office.divisionCode, stage: { notIn: [...NOTHING_WAITS] } }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: MOST, select: { id: true, divisionCode: true, stage: true, dueOn: true },
  });
  const nameOf = await placeNames(tx, actor.office.divisionCode, rows.map((row) => row.divisionCode));
  const open = new Map((await tx.certificationDecision.findMany({ where: { caseId: { in: rows.map((row) => row.id) }, issuerCode: actor.office.divisionCode, state: { in: ["drafted", "checked"] } }, select: { caseId: true, state: true } })).map((row) => [row.caseId, row.state]));
  return [toGroup("申报认定", rows.map((row) => {
    const dueOn = row.dueOn ? dayOf(row.dueOn) : null;
    const waits = open.get(row.id);
    return { key: row.id, title: `${nameOf(row.divisionCode)} ${isStage(row.stage) ? STAGE_NAME[row.stage] : ""}`, detail: waits === "checked" ? "等待签发" : waits === "drafted" ? "等待审核" : "等待办理", href: `/d/${row.divisionCode}/certification`, dueOn, overdue: dueOn !== null && dueOn < today };
  }))];
}
