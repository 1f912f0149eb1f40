import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { CYCLE_YEARS, refuseCycle } from "./rules";

/** The bureau sets the first year of a 3-year cycle. */
export async function setCycle(tx: Tx, actor: Actor, { divisionCode, startYear }: { divisionCode: string; startYear: number }) {
  assertOwnCounty(actor, divisionCode);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`teaching-cycle:${divisionCode}`}))`;
  const starts = (await tx.teachingCycle.findMany({ where: { divisionCode }, select: { startYear: true } })).map((cycle) => cycle.startYear);
  const refusal = refuseCycle(starts, startYear);
  if (refusal) throw new AppError("invalid", undefined, { startYear: refusal });
  await tx.teachingCycle.create({ data: { divisionCode, startYear, setBy: actor.userId } });
  return {
    value: { startYear },
    message: `${startYear}—${startYear + CYCLE_YEARS - 1} 年监测周期已设定。`,
    audit: { act: "teaching-cycle.set", entity: "teaching-cycle", entityId: `${divisionCode}/${startYear}`, divisionCode, detail: { startYear } },
    changed: [`/d/${divisionCode}/teaching`],
  };
}
