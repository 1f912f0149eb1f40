import type { Query } from "@/lib/db/query";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SectionData } from "@/lib/forms/field";
import { judgeCounty, type CountyFacts, type ItemVerdict } from "@/lib/items/judge-county";
import { fromFactRow, type SchoolFactRow } from "./school-fact-row";
import { writeResults } from "./write-results";

type Evaluation = ReturnType<typeof evaluateCounty>;

/** Everything that is stored for a county and year, computed from approved facts. */
export type ComputedCounty = {
  divisionCode: string;
  year: number;
  expected: number;
  reported: number;
  evaluation: Evaluation;
  schoolIds: Map<string, string>;
  items: ItemVerdict[];
  resourceVerdict: boolean | null;
  verdict: boolean | null;
};

async function readInputs(db: Query, divisionCode: string, year: number) {
  const facts = await db.query(`SELECT * FROM school_facts WHERE division_code COLLATE "C" = $1 AND year = $2::int ORDER BY code COLLATE "C"`, [divisionCode, year]);
  const county = await db.query(`SELECT item, data FROM county_facts WHERE division_code COLLATE "C" = $1 AND year = $2::int AND state = 'approved'`, [divisionCode, year]);
  const roster = await db.query(
    `SELECT count(*)::int AS expected FROM filings f JOIN schools s ON s.id = f.school_id WHERE f.division_code COLLATE "C" = $1 AND f.year = $2::int AND s.counted`,
    [divisionCode, year],
  );
  return { facts: facts.rows as SchoolFactRow[], county: county.rows as { item: string; data: SectionData }[], expected: (roster.rows[0] as { expected: number }).expected };
}

/** All, or null while something is missing; one definite failure among complete data decides. */
function together(verdicts: (boolean | null)[]): boolean | null {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(null) ? null : true;
}

/** Pure: the results of a county from its rows. A roster that is not wholly approved gives no resource verdict. */
export function computeCounty(divisionCode: string, year: number, rows: SchoolFactRow[], county: CountyFacts, expected: number): ComputedCounty {
  const schools = rows.map((row) => ({ facts: fromFactRow(row), more: row.more }));
  const evaluation = evaluateCounty(schools.map((school) => school.facts));
  const items = judgeCounty(schools, county);
  const whole = rows.length > 0 && rows.length >= expected;
  const resourceVerdict = whole ? evaluation.verdict.resourceAllocation : null;
  return {
    divisionCode,
    year,
    expected,
    reported: rows.length,
    evaluation,
    schoolIds: new Map(rows.map((row) => [row.code, row.school_id])),
    items,
    resourceVerdict,
    verdict: whole ? together([resourceVerdict, ...items.map((item) => item.met)]) : null,
  };
}

/**
 * Recomputes and stores the section, stage and county results of one county and year, in the transaction of the caller.
 * Two approvals in one county wait for each other; counties do not.
 */
export async function recomputeCounty(db: Query, divisionCode: string, year: number): Promise<void> {
  await db.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))::text`, [`results:${divisionCode}:${year}`]);
  const inputs = await readInputs(db, divisionCode, year);
  const county: CountyFacts = Object.fromEntries(inputs.county.map((row) => [row.item, row.data]));
  await writeResults(db, computeCounty(divisionCode, year, inputs.facts, county, inputs.expected));
}

