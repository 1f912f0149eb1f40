import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { getSchool } from "@/lib/schools/get-school";
import { recordRole } from "@/lib/teaching-cycle/find-record";
import { refuseRecordAct } from "@/lib/teaching-cycle/record-states";
import { EXCHANGE_SELECT, emptyExchange, toExchange } from "./find-exchange";

/** A school's exchange in the year before, its earlier years, and whether the reader enters it. */
export async function loadSchoolExchange(actor: Actor, schoolId: string, year: number) {
  return withScope(scopeOf(actor), async (tx) => {
    const school = await getSchool(tx, schoolId);
    const rows = (await tx.exchangeYear.findMany({ where: { schoolId, divisionCode: school.divisionCode }, orderBy: { year: "desc" }, select: EXCHANGE_SELECT })).map(toExchange);
    const row = rows.find((one) => one.year === year) ?? emptyExchange(school.divisionCode, year, schoolId);
    return { school, year, row, earlier: rows.filter((one) => one.year < year), edits: refuseRecordAct(row.state, "save", recordRole(actor, { divisionCode: school.divisionCode, schoolId })) === null };
  });
}
export type SchoolExchange = Awaited<ReturnType<typeof loadSchoolExchange>>;
