import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf, shanghaiDay } from "@/lib/time";
import { findCase, handOf } from "./find-case";
import { threeYearsAfter } from "./monitoring";
import { readLatestFacts } from "./read-relaxations";
import { fullyMet, refuseRelaxation } from "./relaxed";
import { relaxedSubject } from "./relaxed-choices";
import type { addRelaxationInput, followInput } from "./schema";
import { bodyName, caseAudit, casePages, logCase } from "./write-event";

/** The county's construction plan, or the province's confirmation after its 复查. @throws AppError state, conflict, invalid, notFound. */
export async function followRelaxation(tx: Tx, actor: Actor, { id, version, act, text }: z.infer<typeof followInput>) {
  await tx.$queryRaw`SELECT 1 FROM certification_relaxations WHERE id = ${id} FOR UPDATE`;
  const one = await tx.certificationRelaxation.findUnique({ where: { id }, select: { caseId: true, divisionCode: true, schoolCode: true, schoolName: true, item: true, plan: true, confirmedOn: true, version: true } });
  if (!one) throw notFoundError();
  const row = await findCase(tx, one.caseId);
  const hand = handOf(actor, row.divisionCode);
  const now = fullyMet((await readLatestFacts(tx, one.divisionCode, [one.schoolCode])).get(one.schoolCode), one.item);
  const refusal = refuseRelaxation(row.stage, act, hand.level, hand.ownCounty, one.confirmedOn !== null, now?.met ?? null);
  if (refusal) throw new AppError("state", refusal);
  if (one.version !== version) throw new AppError("conflict", "这一项刚被他人修改，请刷新后核对。", {}, { version: one.version });
  const today = shanghaiDay(new Date());
  const data = act === "plan" ? { plan: text } : { confirmedOn: toDate(today), confirmedNote: text, confirmedBy: bodyName(actor) };
  await tx.certificationRelaxation.update({ where: { id }, data: { ...data, version: { increment: 1 }, updatedBy: actor.userId, updatedAt: new Date() } });
  const told = `${one.schoolName}${relaxedSubject(one.item)}：${act === "plan" ? "建设计划" : "确认达到完整标准"}。${text}`;
  await logCase(tx, actor, row, { act: act === "plan" ? "relaxation-plan" : "relaxation-confirm", toStage: row.stage, text: told });
  return { value: { version: version + 1 }, message: act === "plan" ? "建设计划已保存。" : "已确认达到完整标准。", audit: caseAudit(row, `relaxation-${act}`, { id, schoolCode: one.schoolCode, item: one.item, from: act === "plan" ? one.plan : null, to: text }), changed: casePages(row) };
}

/** What rests on facts that are not filed (shared teachers, leased venues) is entered by the province. @throws AppError state, invalid, notFound. */
export async function addRelaxation(tx: Tx, actor: Actor, { caseId, schoolCode, item, text }: z.infer<typeof addRelaxationInput>) {
  const row = await findCase(tx, caseId);
  const hand = handOf(actor, row.divisionCode);
  const refusal = refuseRelaxation(row.stage, "add", hand.level, hand.ownCounty, false, null);
  if (refusal) throw new AppError("state", refusal);
  const recognised = await tx.certificationDecision.findFirst({ where: { caseId, outcome: "recognise", state: "signed" }, orderBy: { signedAt: "desc" }, select: { publishedOn: true, signedAt: true } });
  const day = recognised?.publishedOn ? dayOf(recognised.publishedOn) : recognised?.signedAt ? shanghaiDay(recognised.signedAt) : null;
  if (day === null) throw new AppError("state", "没有找到认定的决定。");
  const school = await tx.school.findFirst({ where: { code: schoolCode, divisionCode: row.divisionCode }, select: { name: true } });
  if (!school) throw new AppError("invalid", undefined, { schoolCode: "请选择该县的学校。" });
  const id = randomUUID();
  const { count } = await tx.certificationRelaxation.createMany({ data: { id, caseId, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, schoolCode, schoolName: school.name, item, text, dueOn: toDate(threeYearsAfter(day)), updatedBy: actor.userId }, skipDuplicates: true });
  if (count === 0) throw new AppError("invalid", undefined, { item: "这所学校的这一项已经登记。" });
  await logCase(tx, actor, row, { act: "relaxation-add", toStage: row.stage, text: `${school.name}${relaxedSubject(item)}按放宽条件达标：${text}` });
  return { value: { id }, message: "已登记，三年内跟踪到完整标准。", audit: caseAudit(row, "relaxation-add", { id, schoolCode, item, text }), changed: casePages(row) };
}
