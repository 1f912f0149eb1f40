import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { getSchool } from "@/lib/schools/get-school";
import { TEACHING_SELECT, emptyTeaching, recordRole, toTeaching } from "./find-record";
import { refuseRecordAct } from "./record-states";
import { coverageOf, cycleOf } from "./rules";

/** A school's record of a year, the years of the cycle before it, and whether the reader enters it. */
export async function loadSchoolTeaching(actor: Actor, schoolId: string, year: number) {
  return withScope(scopeOf(actor), async (tx) => {
    const school = await getSchool(tx, schoolId);
    const starts = (await tx.teachingCycle.findMany({ where: { divisionCode: school.divisionCode }, select: { startYear: true } })).map(({ startYear }) => startYear);
    const start = cycleOf(starts, year);
    const records = start === null ? [] : (await tx.teachingRecord.findMany({ where: { schoolId, year: { gte: start, lte: year } }, orderBy: { year: "asc" }, select: TEACHING_SELECT })).map(toTeaching);
    const record = records.find((one) => one.year === year) ?? emptyTeaching(schoolId, year, school.divisionCode);
    const role = recordRole(actor, { divisionCode: school.divisionCode, schoolId });
    return { school, year, start, record, earlier: records.filter((one) => one.year < year), coverage: coverageOf(records, 1), edits: start !== null && refuseRecordAct(record.state, "save", role) === null };
  });
}
export type SchoolTeaching = Awaited<ReturnType<typeof loadSchoolTeaching>>;
