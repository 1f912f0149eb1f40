import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { shanghaiDay } from "@/lib/time";
import { faultsOfIssue } from "./rules";
import type { PlanInput } from "./schema";

/** Saves the open edition of the 实施方案; with `issue`, freezes it under its 文号. The next change begins a new edition. */
export async function writePlan(tx: Tx, actor: Actor, input: PlanInput) {
  const { divisionCode, number, version, sections, documentNumber, issuedOn, issue } = input;
  assertOwnCounty(actor, divisionCode);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`implementation:${divisionCode}`}))`;
  const last = await tx.implementationPlan.findFirst({ where: { divisionCode }, orderBy: { number: "desc" }, select: { number: true, version: true, issuedOn: true } });
  const open = last && last.issuedOn === null ? last : null;
  const expected = open ? open.number : (last?.number ?? 0) + 1;
  if (number !== expected || (open?.version ?? 0) !== version) throw new AppError("conflict", "实施方案刚被他人修改，请刷新后核对再保存。");
  const faults = issue ? faultsOfIssue(sections, documentNumber, issuedOn, shanghaiDay(new Date())) : {};
  if (Object.keys(faults).length > 0) throw new AppError("invalid", "还不能印发，请按提示填写。", faults);
  const data = { sections, documentNumber, issuedOn: issue && issuedOn ? toDate(issuedOn) : null, updatedBy: actor.userId, updatedAt: new Date() };
  await tx.implementationPlan.upsert({ where: { divisionCode_number: { divisionCode, number } }, create: { divisionCode, number, ...data }, update: { ...data, version: { increment: 1 } } });
  return {
    value: { version: version + 1 },
    message: issue ? `实施方案第 ${number} 版已印发。` : "已保存。",
    audit: { act: issue ? "implementation-plan.issue" : "implementation-plan.save", entity: "implementation-plan", entityId: `${divisionCode}/${number}`, divisionCode, detail: { number, documentNumber, issuedOn } },
    changed: [`/d/${divisionCode}/implementation`],
  };
}
