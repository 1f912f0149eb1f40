import pg from "pg";
import { computeCounty, recomputeCounty } from "@/lib/results/recompute-county";
import type { SchoolFactRow } from "@/lib/results/school-fact-row";
import { writeResults } from "@/lib/results/write-results";
import { seedCounty } from "@/lib/seed/seed-county";
import { ratioLine, type Line } from "./measure";

const COUNTY = "110101";
const YEAR = 2025;

/** Recomputing a county of 150 schools in the approving transaction, against the same rows read and written by plain SQL. Leaves no row behind. */
export async function benchApproval(databaseUrl: string): Promise<Line[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await seedCounty(client, { code: COUNTY, years: [YEAR], schools: 150 });
    await client.query("ANALYZE school_facts, section_results");
    const read = async () => {
      const facts = await client.query<SchoolFactRow>("SELECT * FROM school_facts WHERE division_code = $1 AND year = $2 ORDER BY code", [COUNTY, YEAR]);
      await client.query("SELECT item, data FROM county_facts WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
      await client.query("SELECT count(*) FROM filings WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
      return facts.rows;
    };
    const computed = computeCounty(COUNTY, YEAR, await read(), {}, 150);
    // each run changes every row, so that writing is really writing
    const disturb = () => client.query("UPDATE section_results SET result = result || '{\"bench\": 1}' WHERE division_code = $1", [COUNTY]);
    const timed = async (run: () => Promise<unknown>) => {
      await disturb();
      const start = performance.now();
      await run();
      return performance.now() - start;
    };
    const samples = async (run: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let index = 0; index < 9; index += 1) times.push(await timed(run));
      return times.sort((a, b) => a - b)[4] ?? NaN;
    };
    const floor = await samples(async () => { await read(); await writeResults(client, computed); });
    const whole = await samples(() => recomputeCounty(client, COUNTY, YEAR));
    return [ratioLine("审定后重算 150 所学校的县", whole, floor, 3)];
  } finally {
    await client.query("ROLLBACK");
    await client.end();
  }
}

