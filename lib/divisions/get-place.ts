import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { ancestry, codeRange, levelOf, within, type DivisionLevel } from "./codes";

export type Place = {
  code: string;
  name: string;
  level: DivisionLevel;
  demo: boolean;
  /** From the nation down to this place; `open` where the reader may go. */
  trail: { code: string; name: string; open: boolean }[];
  /** Years of filing, newest first; a year is complete when its counties closed it. */
  years: { year: number; complete: boolean }[];
};

const reachOf = (actor: Actor): string => (actor.office.level === "school" || ["inspector", "unit", "expert"].includes(actor.office.office) ? "" : actor.office.divisionCode);

/** A division in the reader's reach with its trail and years; anything else does not exist. Two queries. */
export async function getPlace(tx: Tx, actor: Actor, code: string): Promise<Place> {
  const level = levelOf(code);
  const reach = reachOf(actor);
  if (!level || !within(code, reach)) throw notFoundError();
  const trailCodes = ancestry(code);
  const rows = await tx.division.findMany({ where: { code: { in: trailCodes } }, select: { code: true, name: true, demo: true } });
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const here = byCode.get(code);
  if (!here) throw notFoundError();
  const [low, high] = codeRange(code);
  const years = await tx.$queryRaw<{ year: number; complete: boolean }[]>`
    SELECT year, bool_and(completed_at IS NOT NULL) AS complete FROM filing_years
    WHERE division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}
    GROUP BY year ORDER BY year DESC`;
  return {
    code,
    name: here.name,
    level,
    demo: here.demo,
    trail: trailCodes.flatMap((item) => {
      const row = byCode.get(item);
      return row ? [{ code: item, name: row.name, open: within(item, reach) }] : [];
    }),
    years,
  };
}

/** The year asked for if the place has it, the latest complete one when none is asked for; else the page does not exist. A place that never filed has none. */
export function chooseYear(place: Pick<Place, "years">, asked: number | undefined): number | null {
  if (asked !== undefined && place.years.length > 0) {
    if (!place.years.some((entry) => entry.year === asked)) throw notFoundError();
    return asked;
  }
  return (place.years.find((entry) => entry.complete) ?? place.years[0])?.year ?? null;
}
