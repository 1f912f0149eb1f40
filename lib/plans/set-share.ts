import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { assertFresh } from "./find-plan";
import type { shareInput } from "./schema";

const finish = (divisionCode: string, year: number, act: string, detail: Record<string, unknown>) => ({
  audit: { act: `share-target.${act}`, entity: "share-target", entityId: `${divisionCode}/${year}`, divisionCode, detail }, changed: [`/d/${divisionCode}/plan/shares`],
});

/** A province enters or changes its share of counties by a year (seed: S1). */
export async function setShare(tx: Tx, actor: Actor, { version, ...input }: z.infer<typeof shareInput>) {
  const { divisionCode, year } = input;
  if (actor.office.level !== "province" || actor.office.divisionCode !== divisionCode) throw notFoundError();
  const before = await tx.shareTarget.findUnique({ where: { divisionCode_year: { divisionCode, year } } });
  assertFresh({ version: before?.version ?? 0 }, before?.retiredAt ? before.version : version, `${year} 年目标`);
  const data = { ...input, shareAim: input.shareAim ?? input.shareMin, retiredAt: null };
  await tx.shareTarget.upsert({ where: { divisionCode_year: { divisionCode, year } }, create: data, update: { ...data, version: { increment: 1 } } });
  return { value: {}, message: `${year} 年目标已保存。`, ...finish(divisionCode, year, "set", { from: before ? { min: before.shareMin, aim: before.shareAim } : null, to: { min: data.shareMin, aim: data.shareAim } }) };
}

/** Takes back a year's share; it stays in the log. */
export async function retireShare(tx: Tx, actor: Actor, { divisionCode, year, version }: { divisionCode: string; year: number; version: number }) {
  if (actor.office.level !== "province" || actor.office.divisionCode !== divisionCode) throw notFoundError();
  const before = await tx.shareTarget.findUnique({ where: { divisionCode_year: { divisionCode, year }, retiredAt: null } });
  if (!before) throw notFoundError();
  assertFresh(before, version, `${year} 年目标`);
  await tx.shareTarget.update({ where: { divisionCode_year: { divisionCode, year } }, data: { retiredAt: new Date(), version: { increment: 1 } } });
  return { value: {}, message: `${year} 年目标已撤下。`, ...finish(divisionCode, year, "retire", { min: before.shareMin, aim: before.shareAim }) };
}
