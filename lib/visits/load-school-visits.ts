import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { getSchool } from "@/lib/schools/get-school";
import { shanghaiDay } from "@/lib/time";
import { filingYearNear } from "./filing-year";
import { listVisits } from "./list-visits";
import { countsOnList } from "./rules";
import { visitLimit } from "./visit-list";

/** A school's list of visits of a calendar year against the county's limit. */
export async function loadSchoolVisits(actor: Actor, schoolId: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const school = await getSchool(tx, schoolId);
    const today = shanghaiDay(new Date());
    const years = await tx.$queryRaw<{ year: number }[]>`SELECT DISTINCT year FROM visits WHERE school_id = ${schoolId} UNION SELECT ${Number(today.slice(0, 4))}::int ORDER BY year DESC`;
    if (asked !== undefined && !years.some(({ year }) => year === asked)) throw notFoundError();
    const year = asked ?? Number(today.slice(0, 4));
    const { visits } = await listVisits(tx, { schoolId, year }, today);
    return { school, year, filingYear: await filingYearNear(tx, schoolId, year), years: years.map((row) => row.year), visits, counted: visits.filter((visit) => countsOnList(visit.state)).length, limit: (await visitLimit(tx, school.divisionCode, year))?.perSchool ?? null };
  });
}
export type SchoolVisitsView = Awaited<ReturnType<typeof loadSchoolVisits>>;
