import pg from "pg";
import { answerClock, ratioLine, type Line } from "./measure";
import { cookieOf } from "./sign-in";

const RUNS = 25;
/** Counties that never filed, so that no real or demonstration figure is touched. */
const NEVER_FILED = "NOT EXISTS (SELECT 1 FROM filing_years y WHERE y.division_code = ";
const TABLES = "county_results, stage_results, result_counts, cv_counts, recognitions";
const LIKE = { county: "640422", year: 2025 };

/** Results of two years and a published recognition for every county of the nation, like those of one that has them, with coefficients spread from 0.20 to 0.70 and features spread. */
async function stage(client: pg.Client): Promise<void> {
  await client.query(`INSERT INTO county_results SELECT (jsonb_populate_record(NULL::county_results, to_jsonb(r) || jsonb_build_object('division_code', d.code, 'year', y.year, 'verdict', hashtext(d.code) % 3 = 0,
      'pupils', 4000 + abs(hashtext(d.code)) % 90000, 'urban_share', abs(hashtext('u' || d.code)) % 1000 / 1000.0, 'small_schools', abs(hashtext('s' || d.code)) % 60))).*
    FROM divisions d CROSS JOIN (VALUES ($2::int - 1), ($2::int)) y(year) JOIN county_results r ON r.division_code = $1 AND r.year = $2::int WHERE d.level = 'county' AND ${NEVER_FILED} d.code)`, [LIKE.county, LIKE.year]);
  await client.query(`INSERT INTO stage_results SELECT (jsonb_populate_record(NULL::stage_results, to_jsonb(r) || jsonb_build_object('division_code', d.code, 'year', y.year, 'cv', v.cv, 'cv_pass', v.cv <= r.cv_limit))).*
    FROM divisions d CROSS JOIN (VALUES ($2::int - 1), ($2::int)) y(year) JOIN stage_results r ON r.division_code = $1 AND r.year = $2::int
      CROSS JOIN LATERAL (SELECT 0.2 + abs(hashtext(d.code || r.stage || r.indicator || y.year) % 1000) / 2000.0 AS cv) v WHERE d.level = 'county' AND ${NEVER_FILED} d.code)`, [LIKE.county, LIKE.year]);
  await client.query(`INSERT INTO recognitions SELECT (jsonb_populate_record(NULL::recognitions, to_jsonb(r) || jsonb_build_object('case_id', 'bench-' || d.code, 'division_code', d.code, 'pupils', 4000 + abs(hashtext(d.code)) % 90000, 'small_schools', abs(hashtext('s' || d.code)) % 60))).*
    FROM divisions d CROSS JOIN (SELECT * FROM recognitions WHERE figures IS NOT NULL AND withdrawn_on IS NULL AND starts_with(case_id, 'c') ORDER BY case_id LIMIT 1) r WHERE d.level = 'county' AND ${NEVER_FILED} d.code)`);
  await client.query(`ANALYZE ${TABLES}`);
}

async function clear(client: pg.Client): Promise<void> {
  for (const table of ["stage_results", "county_results"]) await client.query(`DELETE FROM ${table} r WHERE ${NEVER_FILED} r.division_code)`);
  await client.query("DELETE FROM recognitions WHERE starts_with(case_id, 'bench-')");
  await client.query(`ANALYZE ${TABLES}`);
}

const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** A page and an empty one by turns, for the same person: what else the machine does weighs on both. */
async function beside(what: string, clock: ReturnType<typeof answerClock>, path: string): Promise<Line> {
  const [empty, page]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    empty.push(await clock("/password"));
    page.push(await clock(path));
  }
  return ratioLine(what, median(page), median(empty), 5);
}

/** Pages that look over all 2,858 counties, and the years, comparison and wall screen of one county, against an empty page. */
export async function benchNation(base: string, databaseUrl: string): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.scope', 'cn', false)");
    await clear(client);
    await stage(client);
    const [time, own] = [answerClock(base, await cookieOf(base, "moe"), 1), answerClock(base, await cookieOf(base, `county-${LIKE.county}`), 1)];
    const lines: Line[] = [];
    for (const [what, clock, path] of [
      ["全国总览", time, `/d/cn/overview?year=${LIKE.year}`], ["全国大屏", time, "/d/cn/board"], ["全国历年变化", time, `/d/cn/time?year=${LIKE.year}`],
      ["全国范围找相近的县", time, `/d/cn/compare?year=${LIKE.year}&with=${LIKE.county}`], ["与已公布的县比较", own, `/d/${LIKE.county}/compare/counties?year=${LIKE.year}`],
    ] as const) lines.push(await beside(`页面：${what}（全部县级单位有数据）`, clock, path));
    for (const [what, path] of [["县历年变化", "time"], ["本县学校比较", "compare"], ["县大屏", "board"]] as const) lines.push(await beside(`页面：${what}`, own, `/d/${LIKE.county}/${path}`));
    return lines;
  } finally {
    await clear(client);
    await client.end();
  }
}
