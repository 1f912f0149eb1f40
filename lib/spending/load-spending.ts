import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { checkSpending, type CheckedYear } from "./rules";

export type SpendingRow = CheckedYear & { note: string; version: number };
export type SpendingView = { place: Place; rows: SpendingRow[]; manages: boolean };

/** What /d/[code]/plan/spending shows: the series, newest first, each year checked against the one before. */
export async function loadSpending(actor: Actor, code: string): Promise<SpendingView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level !== "county") throw notFoundError();
    const stored = await tx.spendingYear.findMany({ where: { divisionCode: code }, orderBy: { year: "asc" } });
    const more = new Map(stored.map(({ year, note, version }) => [year, { note, version }]));
    const rows = checkSpending(stored.map((row) => ({ year: row.year, totalWan: row.totalWan.toFixed(2), perPupil: row.perPupil.toFixed(2) })));
    return { place, rows: rows.map((row) => ({ ...row, note: "", version: 0, ...more.get(row.year) })).reverse(), manages: can(actor, "plan.manage") && actor.office.divisionCode === code };
  });
}
