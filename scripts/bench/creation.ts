import pg from "pg";
import type { Actor, Office } from "@/lib/access/actor";
import { scopeOf } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { selfCheck } from "@/lib/ledger/self-check";
import { seedCounty } from "@/lib/seed/seed-county";
import { answerClock, medianOf, ratioLine, type Line } from "./measure";
import { cookieOf } from "./sign-in";

const PROVINCE = "37";
const TASKS = 60;
const ENTRIES = 50_000;
const RUNS = 15;
const CHECKED = { county: "110102", year: 2025, schools: 150 };

/** A province of the size that the goal names: 60 tasks a county and year, 50,000 entries of the ledger opened in monthly rounds and due by half months. Rows of the bench begin with `bench-`. */
async function stage(client: pg.Client): Promise<void> {
  await client.query(`
    INSERT INTO tasks (id, division_code, year, kind, level, group_name, number, title, starts_on, due_on, state, progress)
    SELECT 'bench-' || y.division_code || '-' || y.year || '-' || n, y.division_code, y.year, 'measure', 'county', '演示', n, '演示任务' || n, make_date(y.year, 1, 1), make_date(y.year, 12, 31), (ARRAY['idle', 'doing', 'done'])[1 + n % 3], n % 100
    FROM filing_years y CROSS JOIN generate_series(1, $2::int) AS n
    WHERE starts_with(y.division_code, $1) AND n > (SELECT count(*) FROM tasks t WHERE t.division_code = y.division_code AND t.year = y.year)`, [PROVINCE, TASKS]);
  await client.query(`
    WITH counties AS (SELECT division_code, row_number() OVER (ORDER BY division_code) - 1 AS at, count(*) OVER () AS n FROM (SELECT DISTINCT division_code FROM filing_years WHERE starts_with(division_code, $1)) AS c)
    INSERT INTO ledger_entries (id, division_code, source, source_key, level, problem, owner, state, due_on, opened_on, closed_at)
    SELECT 'bench-' || c.division_code || '-' || e, c.division_code, 'review', 'bench-' || e, 'county', '演示问题' || e, 'bureau', s.state, date '2026-01-31' + (e % 24) * 15, date '2025-01-10' + (e % 18) * 30, CASE WHEN s.state = 'closed' THEN now() END
    FROM generate_series(0, $2::int - 1) AS e JOIN counties c ON c.at = e % c.n CROSS JOIN LATERAL (SELECT (ARRAY['open', 'doing', 'waiting', 'closed'])[1 + e % 4] AS state) s`, [PROVINCE, ENTRIES]);
  await client.query("ANALYZE tasks, task_counts, ledger_entries, ledger_counts");
}

/** Counters know of writes only: what is deleted here is counted anew. */
async function clear(client: pg.Client): Promise<void> {
  await client.query("DELETE FROM tasks WHERE id LIKE 'bench-%'");
  await client.query("DELETE FROM ledger_entries WHERE id LIKE 'bench-%'");
  await client.query("DELETE FROM ledger_counts WHERE starts_with(division_code, $1)", [PROVINCE]);
  await client.query(`INSERT INTO ledger_counts SELECT division_code, state, data_met, coalesce(due_on, '9999-12-31'), opened_on, count(*) FROM ledger_entries WHERE retired_at IS NULL AND starts_with(division_code, $1) GROUP BY 1, 2, 3, 4, 5`, [PROVINCE]);
  await client.query("DELETE FROM task_counts WHERE starts_with(division_code, $1)", [PROVINCE]);
  await client.query("INSERT INTO task_counts SELECT division_code, year, state, due_on, count(*), sum(weight), sum(weight * progress) FROM tasks WHERE retired_at IS NULL AND starts_with(division_code, $1) GROUP BY 1, 2, 3, 4", [PROVINCE]);
  await client.query("ANALYZE tasks, task_counts, ledger_entries, ledger_counts");
}

/** Rows of a staged county, children first. */
const STAGED = ["county_results", "stage_results", "section_results", "school_facts", "county_facts", "filing_comments", "filing_sections", "filing_versions", "filings", "filing_years", "schools"];

async function unstage(client: pg.Client, county: string): Promise<void> {
  for (const table of STAGED) await client.query(`DELETE FROM ${table} WHERE division_code = $1`, [county]);
}

class Undo extends Error {}

/** Milliseconds of a 自查 of 150 schools in one transaction, undone afterwards. */
async function checkTime(client: pg.Client): Promise<number> {
  const { county, year, schools } = CHECKED;
  await unstage(client, county);
  await client.query("BEGIN");
  await seedCounty(client, { code: county, years: [year], schools });
  await client.query("COMMIT");
  const office: Office = { id: "bench", office: "education", level: "county", divisionCode: county, divisionName: "县", schoolId: null, schoolName: null, unitId: null, unitName: null, unitKind: null, schoolIds: [], duties: [] };
  const actor: Actor = { userId: "bench", username: "bench", displayName: "bench", mustChangePassword: false, demo: true, office, offices: [office] };
  const time = await medianOf(5, () => withScope(scopeOf(actor), async (tx) => {
    await selfCheck(tx, actor, { divisionCode: county, year, dueOn: "2027-08-31" });
    throw new Undo();
  }).catch((error: unknown) => { if (!(error instanceof Undo)) throw error; }));
  await unstage(client, county);
  return time;
}

/** The creation work at a province's size: its pages against an empty page, its API answers against an empty route; 自查 against ten empty pages. */
export async function benchCreation(base: string, databaseUrl: string): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await clear(client);
    await stage(client);
    const cookie = await cookieOf(base, `province-${PROVINCE}`);
    const time = answerClock(base, cookie, RUNS);
    const [route, page] = [await time("/api/v1/session"), await time("/password")];
    return [
      ratioLine("页面：省创建任务", await time(`/d/${PROVINCE}/tasks?year=2025`), page, 5),
      ratioLine("页面：省整改台账", await time(`/d/${PROVINCE}/ledger`), page, 5),
      ratioLine("接口：省创建任务", await time(`/api/v1/divisions/${PROVINCE}/tasks?year=2025`), route, 2),
      ratioLine("接口：省整改台账", await time(`/api/v1/divisions/${PROVINCE}/ledger`), route, 2),
      ratioLine("自查 150 所学校的县（对 10 个空页）", await checkTime(client), page * 10, 1),
    ];
  } finally {
    await clear(client);
    await client.end();
  }
}
