import type { ClientBase } from "pg";
import { countyDesk } from "./demo-accounts";
import { insertRows, type Row } from "./insert";
import { prng } from "./prng";

type School = { id: string; kind: string; teachers: number };

/** A 特殊教育学校 is not asked for its teachers by stage. */
const SPECIAL_TEACHERS = 18;

/** The total shared out by weight, no part above its cap: what rounding leaves goes one by one to the largest fractions with room. */
export function shareOut(total: number, weights: number[], caps: number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum));
  const parts = exact.map((part, at) => Math.min(caps[at] ?? 0, Math.floor(part)));
  const order = parts.map((part, at) => ({ at, left: (exact[at] ?? 0) - part })).sort((a, b) => b.left - a.left || a.at - b.at);
  let rest = total - parts.reduce((all, part) => all + part, 0);
  while (rest > 0) {
    const before = rest;
    for (const { at } of order) {
      if (rest === 0 || (parts[at] ?? 0) >= (caps[at] ?? 0)) continue;
      parts[at] = (parts[at] ?? 0) + 1;
      rest -= 1;
    }
    if (rest === before) break;
  }
  return parts;
}

/** A school's years in the cycle 2024—2026: a third more each year; the running one handed in by some. */
function teachingRows(county: string, school: School, at: number): Row[] {
  return [2024, 2025, 2026].flatMap((year): Row[] => {
    if (year === 2026 && at % 3 === 0) return [];
    const random = prng(`teaching:${school.id}:${year}`);
    const share = Math.min(1, (year - 2023) * 0.33 + random.between(0, 0.06));
    const coveredCycle = Math.floor(school.teachers * share);
    const required = school.kind === "primary" || school.kind === "teaching_point" ? random.int(38, 72) : random.int(96, 168);
    const confirmed = year < 2026;
    const rating = random.pick(["excellent", "good", "good", "fair"]);
    return [{
      school_id: school.id, year, division_code: county, teachers: school.teachers, covered_year: Math.min(coveredCycle, Math.floor(school.teachers * 0.34)), covered_cycle: coveredCycle, self_rating: rating, self_note: "", county_rating: confirmed ? (random.chance(0.75) ? rating : "good") : null,
      county_note: "", experiments_required: required, experiments_done: random.chance(0.86) ? required : required - random.int(1, 6), state: confirmed ? "confirmed" : at % 3 === 1 ? "submitted" : "draft", reason: "", entered_by: "demo", confirmed_by: confirmed ? countyDesk(county) : null, updated_at: `${year}-11-0${1 + (at % 9)}T02:00:00Z`,
    }];
  });
}

type Item = { year: number; eligible: number; exchanged: number; backbone: number };

/** The county item shared out over the schools; in 2025 one school counts a teacher fewer, so that the difference shows. */
function exchangeRows(county: string, schools: School[], { year, eligible, exchanged, backbone }: Item): Row[] {
  const heads = schools.map(({ teachers }) => teachers);
  const e = shareOut(eligible, heads, heads);
  const x = shareOut(exchanged, e, e);
  const b = shareOut(backbone, x, x);
  const odd = year === 2025 ? x.findIndex((count, at) => count > (b[at] ?? 0)) : -1;
  return schools.map((school, at) => ({
    division_code: county, year, school_id: school.id, eligible: e[at] ?? 0, exchanged: (x[at] ?? 0) - (at === odd ? 1 : 0), backbone: b[at] ?? 0, long_term: Math.floor(((x[at] ?? 0) - (at === odd ? 1 : 0)) * prng(`long:${school.id}:${year}`).between(0.3, 0.8)),
    state: "confirmed", reason: "", entered_by: "demo", confirmed_by: countyDesk(county), updated_at: `${year}-11-10T02:00:00Z`,
  }));
}

/** Teaching-quality records and the exchange ledger of a county. seed: X9, X10, X17 */
export async function seedTeacherRecords(client: ClientBase, county: string): Promise<void> {
  const { rows: schools } = await client.query<School>(
    `SELECT s.id, s.kind, coalesce(nullif(coalesce((f.more #>> '{fullTime,primary}')::int, 0) + coalesce((f.more #>> '{fullTime,junior}')::int, 0), 0), ${SPECIAL_TEACHERS}) AS teachers
     FROM schools s LEFT JOIN school_facts f ON f.school_id = s.id AND f.year = 2025 WHERE s.division_code = $1 AND s.parent_school_id IS NULL AND s.kind <> 'vocational' ORDER BY s.id`, [county]);
  await insertRows(client, "teaching_cycles", [{ division_code: county, start_year: 2024, set_by: countyDesk(county) }]);
  await insertRows(client, "teaching_records", schools.flatMap((school, at) => teachingRows(county, school, at)));
  const { rows: items } = await client.query<Item>("SELECT year, (data ->> 'eligible')::int AS eligible, (data ->> 'exchanged')::int AS exchanged, (data ->> 'backbone')::int AS backbone FROM county_facts WHERE division_code = $1 AND item = 'gov-11' AND state = 'approved' ORDER BY year", [county]);
  for (const item of items) await insertRows(client, "exchange_years", exchangeRows(county, schools, item));
}
