import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { ancestry } from "@/lib/divisions/codes";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";

/** The county of a page of items. People of a unit have no reach over divisions: they get their own county and its years, nothing else. */
export async function getOwnPlace(tx: Tx, actor: Actor, code: string): Promise<Place> {
  if (actor.office.office !== "unit") {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    return place;
  }
  if (actor.office.divisionCode !== code) throw notFoundError();
  const codes = ancestry(code);
  const rows = await tx.division.findMany({ where: { code: { in: codes } }, select: { code: true, name: true, demo: true } });
  const here = rows.find((row) => row.code === code);
  if (!here) throw notFoundError();
  const years = await tx.filingYear.findMany({ where: { divisionCode: code }, orderBy: { year: "desc" }, select: { year: true, completedAt: true } });
  return {
    code,
    name: here.name,
    level: "county",
    demo: here.demo,
    trail: codes.flatMap((step) => rows.filter((row) => row.code === step).map((row) => ({ code: step, name: row.name, open: false }))),
    years: years.map((entry) => ({ year: entry.year, complete: entry.completedAt !== null })),
  };
}
