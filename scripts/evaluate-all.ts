import pg from "pg";
import { recomputeCounty } from "@/lib/results/recompute-county";

/** Everything stored of a county and year but the time of computing. */
const PRINT = `SELECT md5(coalesce((SELECT string_agg(s::text, '|' ORDER BY s.school_id, s.stage) FROM section_results s WHERE s.division_code = $1 AND s.year = $2), '')
  || coalesce((SELECT string_agg(t::text, '|' ORDER BY t.stage, t.indicator) FROM stage_results t WHERE t.division_code = $1 AND t.year = $2), '')
  || coalesce((SELECT (to_jsonb(c) - 'computed_at')::text FROM county_results c WHERE c.division_code = $1 AND c.year = $2), '')) AS print`;

/** Recomputes every stored result. Prints what changed; nothing must, unless the rules did. */
async function main(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("SELECT set_config('app.scope', 'cn', false)");
    const { rows } = await client.query<{ division_code: string; year: number }>("SELECT DISTINCT division_code, year FROM school_facts ORDER BY 1, 2");
    let changed = 0;
    for (const { division_code: code, year } of rows) {
      await client.query("BEGIN");
      const before = (await client.query<{ print: string }>(PRINT, [code, year])).rows[0]?.print;
      await recomputeCounty(client, code, year);
      const after = (await client.query<{ print: string }>(PRINT, [code, year])).rows[0]?.print;
      await client.query("COMMIT");
      if (before !== after) {
        changed += 1;
        console.log(`有变化：${code} ${year}学年初`);
      }
    }
    console.log(`已重新计算 ${rows.length} 个县年度，${changed} 个有变化。`);
  } finally {
    await client.end();
  }
}

await main();
