import type { Query } from "@/lib/db/query";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { readSection } from "@/lib/filings/read-data";
import { judgeCounty, type CountyFacts } from "@/lib/items/judge-county";
import { itemRules } from "@/lib/items/rules";
import { NATIONAL_STANDARD, type StandardInForce } from "@/lib/standard/in-force";
import type { ComputedCounty } from "./computed-county";
import { featuresOf } from "./features";
import { getStandard } from "./get-standard";
import { holdStandard } from "./hold-standard";
import { countyFactRow, rosterRow, schoolFactRow } from "./schema";
import { fromFactRow, type SchoolFactRow } from "./school-fact-row";
import { writeResults } from "./write-results";

/** What a computation of a county reads, in one reach: approved facts, county items, roster, standard. */
export async function readInputs(db: Query, divisionCode: string, year: number) {
  const facts = await db.query(
    `SELECT f.*, p.code AS parent_code FROM school_facts f LEFT JOIN schools s ON s.id = f.school_id LEFT JOIN schools p ON p.id = s.parent_school_id
      WHERE f.division_code COLLATE "C" = $1 AND f.year = $2::int ORDER BY f.code COLLATE "C"`,
    [divisionCode, year],
  );
  const county = await db.query(`SELECT item, data FROM county_facts WHERE division_code COLLATE "C" = $1 AND year = $2::int AND state = 'approved'`, [divisionCode, year]);
  const roster = await db.query(
    `SELECT count(*)::int AS expected FROM filings f JOIN schools s ON s.id = f.school_id WHERE f.division_code COLLATE "C" = $1 AND f.year = $2::int AND s.counted`,
    [divisionCode, year],
  );
  return {
    facts: facts.rows.map((row) => schoolFactRow.parse(row)),
    county: Object.fromEntries(county.rows.map((row) => countyFactRow.parse(row)).map(({ item, data }) => [item, readSection(data)])),
    expected: rosterRow.parse(roster.rows[0]).expected,
    standard: await getStandard(db, divisionCode, year),
  };
}

/** All, or null while something is missing; one definite failure among complete data decides. */
function together(verdicts: (boolean | null)[]): boolean | null {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** Pure: the results of a county from its rows. A roster that is not wholly approved gives no resource verdict. */
export function computeCounty(divisionCode: string, year: number, rows: SchoolFactRow[], county: CountyFacts, expected: number, standard: StandardInForce = NATIONAL_STANDARD): ComputedCounty {
  const schools = rows.map((row) => ({ facts: fromFactRow(row), more: row.more }));
  const evaluation = evaluateCounty(schools.map((school) => school.facts), standard);
  const items = judgeCounty(schools, county, itemRules(standard.readings, year));
  const whole = rows.length > 0 && rows.length >= expected;
  const resourceVerdict = whole ? evaluation.verdict.resourceAllocation : null;
  return {
    divisionCode,
    year,
    standard,
    expected,
    reported: rows.length,
    evaluation,
    schoolIds: new Map(rows.map((row) => [row.code, row.school_id])),
    items,
    resourceVerdict,
    verdict: whole ? together([resourceVerdict, ...items.map((item) => item.met)]) : null,
    features: featuresOf(rows),
  };
}

/**
 * Recomputes and stores the section, stage and county results of one county and year, in the transaction of the caller.
 * Two approvals in one county wait for each other; counties do not.
 */
export async function recomputeCounty(db: Query, divisionCode: string, year: number): Promise<void> {
  await holdStandard(db, divisionCode);
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`results:${divisionCode}:${year}`]);
  const { facts, county, expected, standard } = await readInputs(db, divisionCode, year);
  await writeResults(db, computeCounty(divisionCode, year, facts, county, expected, standard));
}
