import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonical, computeSnapshot, readSnapshot } from "@/lib/certification/snapshot";
import { fingerprintOf } from "@/lib/certification/take-snapshot";
import { DEMO_ACCOUNTS } from "@/lib/seed/demo-accounts";
import { seedCertification } from "@/lib/seed/certification";
import { seedReference } from "@/lib/seed/divisions";
import { seedCounty } from "@/lib/seed/seed-county";

/** In a transaction that is rolled back. */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
const COUNTIES = ["410185", "310151"];
const TABLES = ["certification_cases", "certification_decisions", "certification_events", "certification_acceptances", "certification_reviews", "certification_steps", "certification_visits", "certification_site_values", "certification_snapshots", "certification_experts", "certification_expert_opinions"];
const counts = async () => {
  await client.query("SELECT set_config('app.scope', 'cn', true)");
  const found: number[] = [];
  for (const table of TABLES) found.push((await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE division_code = ANY ($1)`, [COUNTIES])).rows[0]?.n ?? -1);
  return found;
};

beforeAll(async () => {
  await client.connect();
  await client.query("BEGIN");
  await seedReference(client);
  for (const table of [...TABLES].reverse()) await client.query(`DELETE FROM ${table} WHERE division_code = ANY ($1)`, [COUNTIES]);
  for (const code of COUNTIES) await seedCounty(client, { code, years: [2025], schools: 12 });
});
afterAll(async () => {
  await client.query("ROLLBACK");
  await client.end();
});

describe("the demonstration of a recognition", () => {
  it("has 登封 in 市级复核 and 崇明, without one, before the nation; nothing changes when run again", async () => {
    await seedCertification(client);
    const first = await counts();
    expect(first.every((n) => n > 0), TABLES.map((table, at) => `${table} ${first[at]}`).join(", ")).toBe(true);
    const { rows } = await client.query("SELECT division_code AS code, stage, holder, skips_city AS skips, round FROM certification_cases WHERE division_code = ANY ($1) ORDER BY 1", [COUNTIES]);
    expect(rows).toEqual([{ code: "310151", stage: "nation", holder: "cn", skips: true, round: 1 }, { code: "410185", stage: "city", holder: "4101", skips: false, round: 1 }]);
    await seedCertification(client);
    expect(await counts()).toEqual(first);
    const batches = await client.query<{ n: number }>("SELECT jsonb_array_length(steps) AS n FROM certification_batches WHERE id IN ('2026', '2027')");
    expect(batches.rows).toEqual([{ n: 5 }, { n: 5 }]);
  });

  it("froze what can be computed again", async () => {
    const { rows } = await client.query<{ inputs: unknown; results: unknown; fingerprint: string }>("SELECT inputs, results, fingerprint FROM certification_snapshots WHERE division_code = ANY ($1)", [COUNTIES]);
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const inputs = readSnapshot(row.inputs);
      expect([canonical(computeSnapshot(inputs)), fingerprintOf(inputs)]).toEqual([canonical(row.results), row.fingerprint]);
    }
  });

  it("signs every decision by three accounts that exist", async () => {
    const { rows } = await client.query<{ id: string }>("SELECT DISTINCT unnest(ARRAY[handler_id, reviewer_id, signer_id]) AS id FROM certification_decisions WHERE division_code = ANY ($1)", [COUNTIES]);
    const known = new Set(DEMO_ACCOUNTS.map(({ username }) => `u-${username}`));
    expect(rows.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});
