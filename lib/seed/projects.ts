import type { ClientBase } from "pg";
import type { DemoCounty } from "./counties";
import type { Row } from "./insert";
import { prng, round } from "./prng";

const SPENDING_YEARS = [2021, 2022, 2023, 2024, 2025];
/** 隆德's spending by pupil fell once, so that the check has something to say (seed: C3). */
const FELL = { code: "640423", year: 2024 };

/** 一般公共预算教育支出, whole and by pupil: made up. */
export function spendingRows({ code, schools }: Pick<DemoCounty, "code" | "schools">): Row[] {
  const random = prng(`spending:${code}`);
  let total = schools * random.between(420, 560);
  let pupil = random.between(13_500, 17_500);
  return SPENDING_YEARS.map((year) => {
    total *= random.between(1.01, 1.05);
    pupil *= code === FELL.code && year === FELL.year ? 0.985 : random.between(1.005, 1.04);
    return { division_code: code, year, total_wan: round(total, 2), per_pupil: round(pupil, 2), note: "演示", version: 1 };
  });
}

/** Seats of the coming years from the pupils of 2025: 初中 is short until the projects are delivered (seed: C8). */
export async function seatRows(client: ClientBase, code: string): Promise<Row[]> {
  const { rows } = await client.query<{ primary: number; junior: number }>(
    "SELECT coalesce(sum(primary_students), 0)::int AS primary, coalesce(sum(junior_students), 0)::int AS junior FROM school_facts WHERE division_code = $1 AND year = 2025", [code]);
  const { primary, junior } = rows[0] ?? { primary: 0, junior: 0 };
  return [2026, 2027, 2028].flatMap((year, at) => [
    { division_code: code, year, stage: "primary", needed: Math.round(primary * (0.99 - 0.02 * at)), available: Math.round(primary * 1.01), note: "按户籍和在读人数测算（演示）", version: 1 },
    { division_code: code, year, stage: "junior", needed: Math.round(junior * (1.02 + 0.02 * at)), available: Math.round(junior * 1.01), note: "按小学毕业人数测算（演示）", version: 1 },
  ]);
}

type Gap = { school_id: string; name: string; stage: string; indicator: string };

/** Three projects a county: two for shortfalls that the stored results name, one new building of 初中 places. */
export async function projectRows(client: ClientBase, code: string): Promise<Row[]> {
  const { rows } = await client.query<Gap>(
    `SELECT DISTINCT ON (s.code) r.school_id, s.name, r.stage, g.key AS indicator FROM section_results r JOIN schools s ON s.id = r.school_id, jsonb_each(r.result -> 'shortfall') g
     WHERE r.division_code = $1 AND r.year = 2025 AND g.key IN ('teachingArea', 'sportsArea') ORDER BY s.code, r.stage DESC, g.key LIMIT 2`, [code]);
  const base = { division_code: code, note: "演示", version: 1 };
  return [
    ...rows.map((gap, at) => ({ ...base, id: `pj-${code}-${at + 1}`, name: `${gap.name}${gap.indicator === "sportsArea" ? "运动场改造" : "教学楼扩建"}`, kind: gap.indicator === "sportsArea" ? "rooms" : "extension", stage: gap.stage, places: gap.indicator === "sportsArea" ? 0 : 180, area: 2_400, investment_wan: 960, delivery_on: at === 0 ? "2026-08-25" : "2027-08-25", state: at === 0 ? "building" : "approved", school_id: gap.school_id, indicator: gap.indicator })),
    { ...base, id: `pj-${code}-9`, name: "新建初级中学", kind: "new", stage: "junior", places: 900, area: 14_800, investment_wan: 7_600, delivery_on: "2027-08-20", state: "building", school_id: null, indicator: null },
  ];
}
