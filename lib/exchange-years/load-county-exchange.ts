import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear } from "@/lib/divisions/get-place";
import { listExpected } from "@/lib/teaching-cycle/list-expected";
import { EXCHANGE_SELECT, emptyExchange, toExchange, type ExchangeRow } from "./find-exchange";
import { differingFields, sumExchange } from "./rules";
import { gov11Data } from "./schema";

/** The exchange of a county in the year before: by school, as the county enters it, and as the county item gov-11 has it. */
export async function loadCountyExchange(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const above = actor.office.divisionCode !== code;
    const manages = can(actor, "teacher-record.confirm") && actor.office.divisionCode === code;
    if (year === null) return { place, year, manages, above, rows: [], bySchool: null, county: null, item: null, differing: [], reported: 0 };
    const schools = await listExpected(tx, code, year);
    const found = (await tx.exchangeYear.findMany({ where: { divisionCode: code, year }, select: EXCHANGE_SELECT })).map(toExchange);
    const fact = await tx.countyFact.findUnique({ where: { divisionCode_year_item: { divisionCode: code, year, item: "gov-11" } }, select: { data: true, state: true } });
    const waits = (entry: { row: ExchangeRow | null }) => Number(entry.row?.state === "submitted");
    // What waits for the bureau stands first.
    const rows = schools.map((school) => ({ school, row: found.find((row) => row.schoolId === school.id) ?? null })).sort((a, b) => waits(b) - waits(a));
    const confirmed = rows.flatMap(({ row }) => (row?.state === "confirmed" ? [row] : []));
    const county = found.find((row) => row.schoolId === "") ?? null;
    const item = fact ? { ...gov11Data.parse(fact.data), state: fact.state } : null;
    const bySchool = sumExchange(confirmed);
    const whole = schools.length > 0 && confirmed.length === schools.length;
    return { place, year, manages, above, rows, bySchool, county: county ?? (manages ? emptyExchange(code, year, "") : null), item, reported: confirmed.length, differing: differingFields([whole ? bySchool : null, county, item]) };
  });
}
export type CountyExchange = Awaited<ReturnType<typeof loadCountyExchange>>;
