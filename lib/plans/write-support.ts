import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFreshRow } from "./begin-own";
import type { eventInput, eventKey, supportInput, supportKey } from "./support-schema";

async function begin(tx: Tx, actor: Actor, divisionCode: string): Promise<string> {
  const { level, divisionCode: own } = actor.office;
  if (level !== "province" || !within(divisionCode, own)) throw notFoundError();
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`support:${own}`}))`;
  return own;
}
const finish = (province: string, divisionCode: string, act: string, entity: string, entityId: string, detail: Record<string, unknown>, message: string) => ({
  value: undefined, message, audit: { act, entity, entityId, divisionCode, detail }, changed: [`/d/${province}/plan/support`],
});

/** A county that the province supports first of all in a year, and what was given. */
export async function setSupport(tx: Tx, actor: Actor, { version, ...input }: z.infer<typeof supportInput>) {
  const { divisionCode, year } = input;
  const province = await begin(tx, actor, divisionCode);
  const county = await tx.division.findUnique({ where: { code: divisionCode, level: "county" }, select: { name: true } });
  if (!county) throw new AppError("invalid", undefined, { divisionCode: "请从列表中选择县（市、区）。" });
  const where = { divisionCode_year: { divisionCode, year } };
  const before = await tx.supportCounty.findUnique({ where });
  if (before && !before.retiredAt && version === 0) throw new AppError("invalid", undefined, { divisionCode: `${county.name}已在 ${year} 年重点支持名单中，请在表中修改。` });
  if (!before?.retiredAt) assertFreshRow(before, version);
  await tx.supportCounty.upsert({ where, create: input, update: { ...input, retiredAt: null, version: { increment: 1 } } });
  return finish(province, divisionCode, "support.set", "support-county", `${divisionCode}/${year}`, { kinds: input.kinds, given: input.given }, `${county.name}已列入 ${year} 年重点支持名单。`);
}

export async function retireSupport(tx: Tx, actor: Actor, { divisionCode, year, version }: z.infer<typeof supportKey>) {
  const province = await begin(tx, actor, divisionCode);
  const where = { divisionCode_year: { divisionCode, year } };
  const before = await tx.supportCounty.findUnique({ where });
  if (!before || before.retiredAt) throw notFoundError();
  assertFreshRow(before, version);
  await tx.supportCounty.update({ where, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(province, divisionCode, "support.retire", "support-county", `${divisionCode}/${year}`, {}, "已移出名单。");
}

/** A yearly 研讨观摩 that everybody below reads. */
export async function setEvent(tx: Tx, actor: Actor, { version, id, ...input }: z.infer<typeof eventInput>) {
  const { divisionCode } = input;
  const province = await begin(tx, actor, divisionCode);
  const before = id === null ? null : await tx.observationEvent.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (id !== null && !before) throw notFoundError();
  assertFreshRow(before, version);
  const key = id ?? randomUUID();
  const data = { ...input, heldOn: toDate(input.heldOn) };
  if (before) await tx.observationEvent.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.observationEvent.create({ data: { id: key, ...data } });
  return finish(province, divisionCode, "event.set", "observation-event", key, { ...input }, "活动已保存。");
}

export async function retireEvent(tx: Tx, actor: Actor, { divisionCode, id, version }: z.infer<typeof eventKey>) {
  const province = await begin(tx, actor, divisionCode);
  const before = await tx.observationEvent.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFreshRow(before, version);
  await tx.observationEvent.update({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(province, divisionCode, "event.retire", "observation-event", id, { title: before.title }, "活动已移出。");
}
