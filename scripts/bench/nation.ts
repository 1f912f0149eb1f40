import pg from "pg";
import { answerClock, ratioLine, type Line } from "./measure";
import { cookieOf } from "./sign-in";

const RUNS = 25;
/** Counties that never filed, so that no real or demonstration figure is touched. */
const NEVER_FILED = "NOT EXISTS (SELECT 1 FROM filing_years y WHERE y.division_code = ";
const LIKE = { county: "640422", year: 2025 };

/** Results of two years for every county of the nation, like those of one that has them, with coefficients spread from 0.20 to 0.70. */
async function stage(client: pg.Client): Promise<void> {
  await client.query(`INSERT INTO county_results SELECT (jsonb_populate_record(NULL::county_results, to_jsonb(r) || jsonb_build_object('division_code', d.code, 'year', y.year, 'verdict', hashtext(d.code) % 3 = 0))).*
    FROM divisions d CROSS JOIN (VALUES ($2::int - 1), ($2::int)) y(year) JOIN county_results r ON r.division_code = $1 AND r.year = $2::int WHERE d.level = 'county' AND ${NEVER_FILED} d.code)`, [LIKE.county, LIKE.year]);
  await client.query(`INSERT INTO stage_results SELECT (jsonb_populate_record(NULL::stage_results, to_jsonb(r) || jsonb_build_object('division_code', d.code, 'year', y.year, 'cv', v.cv, 'cv_pass', v.cv <= r.cv_limit))).*
    FROM divisions d CROSS JOIN (VALUES ($2::int - 1), ($2::int)) y(year) JOIN stage_results r ON r.division_code = $1 AND r.year = $2::int
      CROSS JOIN LATERAL (SELECT 0.2 + abs(hashtext(d.code || r.stage || r.indicator || y.year) % 1000) / 2000.0 AS cv) v WHERE d.level = 'county' AND ${NEVER_FILED} d.code)`, [LIKE.county, LIKE.year]);
  await client.query("ANALYZE county_results, stage_results, result_counts, cv_counts");
}

async function clear(client: pg.Client): Promise<void> {
  for (const table of ["stage_results", "county_results"]) await client.query(`DELETE FROM ${table} r WHERE ${NEVER_FILED} r.division_code)`);
  await client.query("ANALYZE county_results, stage_results, result_counts, cv_counts");
}

/** The nation's overview with all its 2,858 counties against an empty page. */
export async function benchNation(base: string, databaseUrl: string): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.scope', 'cn', false)");
    await clear(client);
    await stage(client);
    const time = answerClock(base, await cookieOf(base, "moe"), RUNS);
    const page = await time("/password");
    return [ratioLine("页面：全国总览（全部县级单位有数据）", await time(`/d/cn/overview?year=${LIKE.year}`), page, 5)];
  } finally {
    await clear(client);
    await client.end();
  }
}
