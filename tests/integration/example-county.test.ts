import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { referenceDivisions, seedReference } from "@/lib/seed/divisions";
import { EXAMPLE_COUNTY, seedExample, seedExampleYear } from "@/lib/seed/example-county";
import { seedNominations } from "@/lib/seed/nominations";
import { seedRecognised } from "@/lib/seed/recognised";
import { seedCounty } from "@/lib/seed/seed-county";

/** In a transaction that is rolled back. */
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
const verdicts = async () => (await client.query<{ year: number; verdict: boolean | null }>("SELECT year, verdict FROM county_results WHERE division_code = $1 ORDER BY year", [EXAMPLE_COUNTY])).rows;

beforeAll(async () => {
  await client.connect();
  await client.query("BEGIN");
  await seedReference(client);
});
afterAll(async () => {
  await client.query("ROLLBACK");
  await client.end();
});

describe("示例县", () => {
  it("sits on no code of GB/T 2260 and is said to be a demonstration", async () => {
    expect((await referenceDivisions()).map(({ code }) => code)).not.toContain(EXAMPLE_COUNTY);
    await seedExample(client);
    const { rows } = await client.query("SELECT name, demo, skips_city_review AS skips, path FROM divisions WHERE code = $1", [EXAMPLE_COUNTY]);
    expect(rows).toEqual([{ name: "示例县", demo: true, skips: true, path: "河南省 / 示例县" }]);
  });
  it("meets the standard in three years, wholly approved, and not in a worse one", async () => {
    expect(await verdicts()).toEqual([2024, 2025, 2026].map((year) => ({ year, verdict: true })));
    await seedExample(client);
    await seedExampleYear(client, 2027, 0.4);
    expect((await verdicts()).map(({ verdict }) => verdict)).toEqual([true, true, true, false]);
  });
});

describe("the demonstration of 先行创建 and of what follows recognition", () => {
  it("has one nomination in every hand, and changes nothing when run again", async () => {
    await seedNominations(client);
    await seedNominations(client);
    const { rows } = await client.query<{ state: string; n: number }>("SELECT state, count(*)::int AS n FROM nominations WHERE batch_id LIKE 'demo-%' GROUP BY state ORDER BY state");
    expect(rows).toEqual([{ state: "city", n: 1 }, { state: "province", n: 1 }, { state: "published", n: 5 }, { state: "reported", n: 3 }]);
  });
  it("recognises those alone that met the standard", async () => {
    await seedCounty(client, { code: "310104", years: [2024], schools: 12, profile: { urban: 0.8, town: 0.18, teachingPoints: 0, failing: 0, pace: 0, cvOver: 0, itemTrouble: 0, monitoringPending: false } });
    await seedCounty(client, { code: "310105", years: [2024], schools: 12 });
    await client.query("SELECT set_config('app.scope', 'cn', true)");
    const met = await client.query<{ code: string }>("SELECT division_code AS code FROM county_results WHERE year = 2024 AND verdict AND division_code IN ('310104', '310105')");
    await seedRecognised(client);
    await seedRecognised(client);
    const { rows } = await client.query<{ code: string }>("SELECT division_code AS code FROM certification_cases WHERE batch_id = '2025' AND division_code IN ('310104', '310105')");
    expect(met.rows).toEqual([{ code: "310104" }]);
    expect(rows).toEqual(met.rows);
  });
});
