import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";

type Input = { divisionCode: string; schoolId: string; kind: "class" | "size" | "empty"; version: number; plannedYear: number; measure: string };

/** Puts a school into a year of the elimination plan. seed: X2, X17. */
export async function writeElimination(tx: Tx, actor: Actor, { version, ...input }: Input) {
  assertOwnCounty(actor, input.divisionCode);
  const { divisionCode, schoolId, kind, plannedYear, measure } = input;
  const school = await tx.school.findUnique({ where: { id: schoolId, divisionCode }, select: { name: true } });
  if (!school) throw notFoundError();
  const key = { divisionCode_schoolId_kind: { divisionCode, schoolId, kind } };
  const standing = await tx.eliminationPlan.findUnique({ where: key, select: { version: true, plannedYear: true } });
  if ((standing?.version ?? 0) !== version) throw new AppError("conflict", "这所学校的计划刚被他人修改，请刷新后核对。");
  await tx.eliminationPlan.upsert({
    where: key,
    create: { divisionCode, schoolId, kind, plannedYear, measure, updatedBy: actor.userId },
    update: { plannedYear, measure, updatedBy: actor.userId, updatedAt: new Date(), version: { increment: 1 } },
  });
  return {
    value: { version: version + 1 },
    message: `${school.name}已列入 ${plannedYear} 年计划。`,
    audit: { act: "elimination-plan.save", entity: "elimination-plan", entityId: `${divisionCode}/${schoolId}/${kind}`, divisionCode, schoolId, detail: { kind, measure, plannedYear: { from: standing?.plannedYear ?? null, to: plannedYear } } },
    changed: [`/d/${divisionCode}/conditions`],
  };
}
