import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { certificationGround } from "@/lib/certification/evidence-ground";
import { findFact, isOwn } from "@/lib/counties/find-fact";
import { mayDo } from "@/lib/counties/states";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { directiveGround } from "@/lib/directives/evidence-ground";
import { findFiling } from "@/lib/filings/find-filing";
import { sectionsFor } from "@/lib/filings/form";
import { FILING_STATE_NAME, mayAct } from "@/lib/filings/states";
import { findEntry, ledgerRole } from "@/lib/ledger/find-entry";
import { nominationGround } from "@/lib/nominations/evidence-ground";
import { planGround } from "@/lib/plans/evidence-ground";
import { findTask, roleIn } from "@/lib/tasks/find-task";
import { closedReason, getWindow } from "@/lib/filings/window";
import { findVisit, roleIn as roleInVisit } from "@/lib/visits/find-visit";
import { isDone } from "@/lib/visits/rules";

/** What evidence can hang on. `entityId` of a county item is `CODE/YEAR/ITEM`, of a policy document `CODE/DOCUMENT`, of a meeting or 研讨观摩 `CODE/ID`. */
export const SUBJECTS = ["filing", "county_fact", "task", "policy_document", "ledger", "visit", "meeting", "observation_event", "certification", "nomination", "directive"] as const;
export type SubjectKind = (typeof SUBJECTS)[number];
export type Subject = { entity: SubjectKind; entityId: string; item: string };
/** Where the subject is. */
export type Ground = { divisionCode: string; schoolId: string | null };

/** The one item of subjects that have no parts. */
const EVIDENCE_ITEM = { task: "evidence", policy_document: "text" } as const;

async function filingGround(tx: Tx, actor: Actor, { entityId, item }: Subject): Promise<Ground> {
  const filing = await findFiling(tx, entityId, true);
  if (!can(actor, "filing.edit") || ![filing.schoolId, filing.filedBySchoolId].includes(actor.office.schoolId ?? "")) throw notFoundError();
  const field = sectionsFor(filing.school.kind).flatMap((section) => section.fields).find((spec) => spec.key === item);
  if (field?.type !== "statement") throw notFoundError();
  if (!mayAct(filing.state, "edit")) throw new AppError("state", `这份自评现在是“${FILING_STATE_NAME[filing.state]}”，不能更改佐证材料。`);
  const closed = closedReason(await getWindow(tx, filing.divisionCode, filing.year, filing.schoolId), filing.state, new Date());
  if (closed) throw new AppError("state", closed);
  return { divisionCode: filing.divisionCode, schoolId: filing.schoolId };
}

async function factGround(tx: Tx, actor: Actor, { entityId }: Subject): Promise<Ground> {
  const [code, year, item] = entityId.split("/");
  if (!code || !item || !/^\d{4}$/.test(year ?? "")) throw notFoundError();
  const fact = await findFact(tx, actor, { code, year: Number(year), item });
  if (!can(actor, "county-fact.edit") || (fact.version > 0 && !isOwn(actor, fact.unitId))) throw notFoundError();
  if (fact.version === 0) throw new AppError("state", "请先保存这一项，再上传佐证材料。");
  if (fact.completed) throw new AppError("state", `${fact.year} 年度已办结，佐证材料已冻结。`);
  // The bureau may add to what it approved, as it may correct it (decision 0002).
  if (!mayDo(fact.state, "edit") && !can(actor, "county-fact.approve")) throw new AppError("state", "这一项已提交审核，退回前不能更改佐证材料。");
  return { divisionCode: code, schoolId: null };
}

async function taskGround(tx: Tx, actor: Actor, { entityId, item }: Subject): Promise<Ground> {
  if (item !== EVIDENCE_ITEM.task) throw notFoundError();
  const task = await findTask(tx, entityId, true);
  const role = roleIn(actor, task);
  if (!role) throw notFoundError();
  if (task.state === "done") throw new AppError("state", "任务已完成；需要补充材料的，请先重新打开。");
  return { divisionCode: task.divisionCode, schoolId: actor.office.schoolId };
}

async function documentGround(tx: Tx, actor: Actor, { entityId, item }: Subject): Promise<Ground> {
  if (item !== EVIDENCE_ITEM.policy_document) throw notFoundError();
  const [divisionCode, code] = entityId.split("/");
  if (!divisionCode || !code || !can(actor, "task.manage") || actor.office.divisionCode !== divisionCode) throw notFoundError();
  await tx.$queryRaw`SELECT 1 FROM policy_documents WHERE division_code = ${divisionCode} AND code = ${code} FOR UPDATE`;
  const row = await tx.policyDocument.findUnique({ where: { divisionCode_code: { divisionCode, code } }, select: { code: true } });
  if (!row) throw new AppError("state", "请先保存这份文件的进展，再上传文本。");
  return { divisionCode, schoolId: null };
}

async function visitGround(tx: Tx, actor: Actor, { entityId }: Subject): Promise<Ground> {
  const visit = await findVisit(tx, entityId, true);
  if (roleInVisit(actor, visit) !== "visitor") throw notFoundError();
  if (visit.state !== "planned" && !(isDone(visit.state) && visit.acknowledgedAt === null)) throw new AppError("state", "访校记录已由学校确认或已取消，不能再增减照片。");
  return { divisionCode: visit.divisionCode, schoolId: visit.schoolId };
}

async function ledgerGround(tx: Tx, actor: Actor, { entityId }: Subject): Promise<Ground> {
  const entry = await findEntry(tx, entityId, true);
  const role = ledgerRole(actor, entry);
  if (!role) throw notFoundError();
  if (entry.state === "closed") throw new AppError("state", "这个问题已销号；需要补充材料的，请先重新打开。");
  return { divisionCode: entry.divisionCode, schoolId: entry.schoolId };
}

const GROUNDS: Record<SubjectKind, (tx: Tx, actor: Actor, subject: Subject) => Promise<Ground>> = { filing: filingGround, county_fact: factGround, task: taskGround, policy_document: documentGround, ledger: ledgerGround, visit: visitGround, meeting: planGround, observation_event: planGround, certification: certificationGround, nomination: nominationGround, directive: directiveGround };

/** The subject in the actor's reach, locked, when its evidence may change now; else the sentence that says why not. */
export function findGround(tx: Tx, actor: Actor, subject: Subject): Promise<Ground> {
  return GROUNDS[subject.entity](tx, actor, subject);
}
