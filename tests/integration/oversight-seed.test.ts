import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedReference } from "@/lib/seed/divisions";
import { seedCounty } from "@/lib/seed/seed-county";
import { seedOversight } from "@/lib/seed/visits";

/** A county of its own, in a transaction that is rolled back. */
const COUNTY = "130110";
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
const TABLES = ["visits", "visit_limits", "teaching_cycles", "teaching_records", "exchange_years", "school_groups", "school_group_members", "ledger_entries"];
const counts = async () => {
  const found: number[] = [];
  for (const table of TABLES) found.push((await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE division_code = $1`, [COUNTY])).rows[0]?.n ?? -1);
  return found;
};
const none = async (sql: string) => expect((await client.query(sql, [COUNTY])).rows).toEqual([]);

beforeAll(async () => {
  await client.connect();
  await client.query("BEGIN");
  await seedReference(client);
  await seedCounty(client, { code: COUNTY, years: [2024, 2025, 2026], schools: 30, open: { year: 2026, play: "played" } });
});
afterAll(async () => {
  await client.query("ROLLBACK");
  await client.end();
});

describe("the demonstration of visits, records and groups", () => {
  it("keeps the rules that the application keeps, and changes nothing when run again", async () => {
    await seedOversight(client, COUNTY);
    const first = await counts();
    expect(first.every((n) => n > 0), TABLES.map((table, at) => `${table} ${first[at]}`).join(", ")).toBe(true);
    await none("SELECT school_id, year FROM visits WHERE division_code = $1 AND state <> 'cancelled' GROUP BY 1, 2 HAVING count(*) > 6");
    await none("SELECT id FROM visits v WHERE division_code = $1 AND jsonb_array_length(issues) > 0 AND NOT EXISTS (SELECT 1 FROM ledger_entries e WHERE e.id = v.issues -> 0 ->> 'entryId')");
    await none("SELECT school_id FROM school_group_members WHERE division_code = $1 AND kind = 'community' AND left_on IS NULL GROUP BY 1 HAVING count(*) > 1");
    const { rows } = await client.query<{ year: number; same: boolean }>(`SELECT x.year, sum(x.eligible) = (f.data ->> 'eligible')::int AND sum(x.exchanged) = (f.data ->> 'exchanged')::int AND sum(x.backbone) = (f.data ->> 'backbone')::int AS same
      FROM exchange_years x JOIN county_facts f ON f.division_code = x.division_code AND f.year = x.year AND f.item = 'gov-11' WHERE x.division_code = $1 AND x.school_id <> '' GROUP BY x.year, f.data ORDER BY 1`, [COUNTY]);
    expect(rows).toEqual([{ year: 2024, same: true }, { year: 2025, same: false }]);
    await seedOversight(client, COUNTY);
    expect(await counts()).toEqual(first);
  });
});
