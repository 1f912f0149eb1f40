import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { seedAccounts } from "@/lib/seed/accounts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/lib/seed/demo-accounts";
import { seedReference } from "@/lib/seed/divisions";
import { seedCounty } from "@/lib/seed/seed-county";
import { verifyPassword } from "@/lib/access/hash";

/** A county that no demonstration uses; everything happens in a transaction that is rolled back. */
const COUNTY = "110101";
const INPUT = { code: COUNTY, years: [2025, 2026], schools: 14, open: { year: 2026, play: "played" as const } };

const client = new pg.Client({ connectionString: process.env.DATABASE_URL });

const count = async (table: string, where = "true") => {
  const result = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE division_code LIKE '${COUNTY}%' AND ${where}`);
  return result.rows[0]?.n ?? -1;
};

/** What the application's role sees with a scope; the owner comes back afterwards. */
async function seenWith<T>(scope: string, look: () => Promise<T>): Promise<T> {
  await client.query("SELECT set_config('app.scope', $1, true)", [scope]);
  await client.query("SET LOCAL ROLE youjun_app");
  try {
    return await look();
  } finally {
    await client.query("RESET ROLE");
  }
}

beforeAll(() => client.connect());
afterAll(() => client.end());
beforeEach(async () => {
  await client.query("BEGIN");
  await seedReference(client);
});
afterEach(() => client.query("ROLLBACK"));

describe("seedCounty", () => {
  it("writes a county whole, with the results computed from it", async () => {
    const done = await seedCounty(client, INPUT);
    expect(done).toMatchObject({ schools: 14, approvedYears: expect.arrayContaining([2025]) });
    expect(await count("schools", "demo")).toBe(14);
    expect(await count("filings", "year = 2025 AND state = 'approved'")).toBe(await count("school_facts", "year = 2025"));
    expect(await count("county_results", "year = 2025 AND reported = expected")).toBe(1);
    expect(await count("stage_results", "year = 2025")).toBe(14);
    expect(await count("section_results", "year = 2025")).toBeGreaterThan(8);
    expect(await count("filing_years")).toBe(2);
    expect(await count("county_facts", "year = 2025 AND item = 'veto' AND data::text LIKE '%true%'")).toBe(0);
  });

  it("changes nothing when run again, and leaves alone what a person changed", async () => {
    await seedCounty(client, INPUT);
    await client.query("UPDATE schools SET name = '改过的名称' WHERE id = $1", [`s${COUNTY}001`]);
    const before = await client.query("SELECT * FROM section_results WHERE division_code = $1 ORDER BY school_id, year, stage", [COUNTY]);
    await seedCounty(client, INPUT);
    const after = await client.query("SELECT * FROM section_results WHERE division_code = $1 ORDER BY school_id, year, stage", [COUNTY]);
    expect(after.rows).toEqual(before.rows);
    const name = await client.query<{ name: string }>("SELECT name FROM schools WHERE id = $1", [`s${COUNTY}001`]);
    expect(name.rows).toEqual([{ name: "改过的名称" }]);
  });

  it("is seen by the county and those above it, and by nobody else", async () => {
    await seedCounty(client, INPUT);
    for (const scope of [COUNTY, "1101", "11", "cn"]) expect(await seenWith(scope, () => count("schools")), scope).toBe(14);
    for (const scope of ["", "110102", "1102", "64"]) {
      for (const table of ["schools", "filings", "filing_versions", "filing_sections", "school_facts", "county_facts", "county_results"])
        expect(await seenWith(scope, () => count(table)), `${table} with “${scope}”`).toBe(0);
    }
  });

  it("keeps drafts within the county", async () => {
    await seedCounty(client, INPUT);
    expect(await seenWith(COUNTY, () => count("filing_sections"))).toBeGreaterThan(0);
    expect(await seenWith("1101", () => count("filing_sections"))).toBe(0);
    expect(await seenWith("1101", () => count("filing_versions", "decision <> 'approved'"))).toBe(0);
  });
});

describe("seedAccounts", () => {
  it("opens every account with its offices and one password, and again without a change", async () => {
    await seedAccounts(client);
    expect(await seedAccounts(client)).toBe(0);
    const users = await client.query<{ id: string; password_hash: string; must_change_password: boolean }>("SELECT id, password_hash, must_change_password FROM users WHERE demo");
    expect(users.rows.map(({ id }) => id).sort()).toEqual(DEMO_ACCOUNTS.map(({ username }) => `u-${username}`).sort());
    expect(users.rows.every((row) => !row.must_change_password)).toBe(true);
    expect(await verifyPassword(users.rows[0]?.password_hash ?? "", DEMO_PASSWORD)).toBe(true);
    const offices = await client.query("SELECT office, level FROM memberships WHERE user_id = 'u-school-640422-2' ORDER BY office");
    expect(offices.rows).toEqual([{ office: "filler", level: "school" }, { office: "principal", level: "school" }]);
    const unit = await client.query("SELECT u.name FROM memberships m JOIN units u ON u.id = m.unit_id WHERE m.user_id = 'u-unit-640422'");
    expect(unit.rows).toEqual([{ name: "县财政局" }]);
  });
});
