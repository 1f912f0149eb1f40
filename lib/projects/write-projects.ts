import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { assertFreshRow, beginOwn, finishOwn } from "@/lib/plans/begin-own";
import { dayOf } from "@/lib/time";
import type { projectInput, projectKey, seatInput } from "./schema";

const finish = finishOwn("/projects");

/** A project of the 建设项目库, linked to a school of this county and to the shortfall that it is to close. */
export async function setProject(tx: Tx, actor: Actor, { version, id, ...input }: z.infer<typeof projectInput>) {
  const { divisionCode, schoolId } = input;
  await beginOwn(tx, actor, divisionCode);
  const before = id === null ? null : await tx.project.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (id !== null && !before) throw notFoundError();
  assertFreshRow(before, version);
  if (schoolId && !(await tx.school.findUnique({ where: { id: schoolId, divisionCode }, select: { id: true } }))) throw new AppError("invalid", undefined, { schoolId: "请从本县学校中选择。" });
  if (input.indicator && !schoolId) throw new AppError("invalid", undefined, { schoolId: "对应缺口的项目，请选择学校。" });
  const data = { ...input, deliveryOn: toDate(input.deliveryOn) };
  if (input.state === "delivered" && data.deliveryOn > startOfToday()) throw new AppError("invalid", undefined, { deliveryOn: "已交付的项目，交付日期不能晚于今天。" });
  const key = id ?? randomUUID();
  if (before) await tx.project.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.project.create({ data: { id: key, ...data } });
  return finish(divisionCode, "project.set", "project", key, { ...input, before: before ? { state: before.state, deliveryOn: dayOf(before.deliveryOn), places: before.places } : null }, "项目已保存。");
}

export async function retireProject(tx: Tx, actor: Actor, { divisionCode, id, version }: z.infer<typeof projectKey>) {
  await beginOwn(tx, actor, divisionCode);
  const before = await tx.project.findUnique({ where: { id, divisionCode, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFreshRow(before, version);
  await tx.project.update({ where: { id }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return finish(divisionCode, "project.retire", "project", id, { name: before.name }, "项目已移出项目库。");
}

/** Seats needed and available in a stage at the start of a school year. */
export async function setSeats(tx: Tx, actor: Actor, { version, ...input }: z.infer<typeof seatInput>) {
  const { divisionCode, year, stage } = input;
  await beginOwn(tx, actor, divisionCode);
  const where = { divisionCode_year_stage: { divisionCode, year, stage } };
  const before = await tx.seatNeed.findUnique({ where });
  assertFreshRow(before, version);
  await tx.seatNeed.upsert({ where, create: input, update: { ...input, version: { increment: 1 } } });
  return finish(divisionCode, "seats.set", "seat-need", `${divisionCode}/${year}/${stage}`, { from: before ? { needed: before.needed, available: before.available } : null, to: { needed: input.needed, available: input.available } }, "学位供需已保存。");
}
