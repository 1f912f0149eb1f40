import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear } from "@/lib/divisions/get-place";
import { TEACHING_SELECT, toTeaching, type TeachingRow } from "./find-record";
import { listExpected } from "./list-expected";
import { coverageOf, cycleOf } from "./rules";

/** The schools of a county in a year of its cycle, and coverage from what is confirmed since the cycle began. */
export async function loadCountyTeaching(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const starts = (await tx.teachingCycle.findMany({ where: { divisionCode: code }, orderBy: { startYear: "desc" }, select: { startYear: true } })).map(({ startYear }) => startYear);
    const start = year === null ? null : cycleOf(starts, year);
    const above = actor.office.divisionCode !== code;
    const manages = can(actor, "teacher-record.confirm") && actor.office.divisionCode === code;
    if (year === null || start === null) return { place, year, start, starts, manages, above, rows: [], coverage: null, counts: { submitted: 0, confirmed: 0 } };
    const schools = await listExpected(tx, code, year);
    const records = (await tx.teachingRecord.findMany({ where: { divisionCode: code, year: { gte: start, lte: year } }, select: TEACHING_SELECT })).map(toTeaching);
    const confirmed = records.filter((record) => record.state === "confirmed");
    const expected = new Set(schools.map(({ id }) => id));
    const waits = (row: { record: TeachingRow | null }) => Number(row.record?.state === "submitted");
    // What waits for the bureau stands first.
    const rows = schools.map((school) => ({
      school, record: records.find((record) => record.schoolId === school.id && record.year === year) ?? null,
      coverage: coverageOf(confirmed.filter((record) => record.schoolId === school.id), 1),
    })).sort((a, b) => waits(b) - waits(a));
    const count = (state: TeachingRow["state"]) => rows.filter((row) => row.record?.state === state).length;
    return { place, year, start, starts, manages, above, rows, coverage: coverageOf(confirmed.filter((record) => expected.has(record.schoolId)), schools.length), counts: { submitted: count("submitted"), confirmed: count("confirmed") } };
  });
}
export type CountyTeaching = Awaited<ReturnType<typeof loadCountyTeaching>>;
