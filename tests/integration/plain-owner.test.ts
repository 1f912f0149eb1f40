import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedReference } from "@/lib/seed/divisions";
import { seedCounty } from "@/lib/seed/seed-county";
import { migrate } from "../../scripts/start/migrate.mjs";

/** A managed database: its owner is no superuser and may not have BYPASSRLS. */
const OWNER = "t_plain_owner";
const DATABASE = "t_plain_owner_db";
const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
const addressFor = (user: string, password: string) => Object.assign(new URL(process.env.DATABASE_URL ?? ""), { username: user, password, pathname: `/${DATABASE}` }).href;
const remove = async () => {
  await admin.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await admin.query(`DROP ROLE IF EXISTS ${OWNER}`);
};

beforeAll(async () => {
  await admin.connect();
  await remove();
  await admin.query(`CREATE ROLE ${OWNER} LOGIN PASSWORD 'plain' NOSUPERUSER NOBYPASSRLS`);
  await admin.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER} TEMPLATE template0`);
});
afterAll(async () => {
  await remove();
  await admin.end();
});

describe("a database whose owner the policies bind", () => {
  it("is migrated, seeded and resolves a session; the application's role still sees nothing without a scope", async () => {
    expect((await migrate(addressFor(OWNER, "plain"))).length).toBeGreaterThan(0);
    expect(await migrate(addressFor(OWNER, "plain"))).toEqual([]);
    const owner = new pg.Client({ connectionString: addressFor(OWNER, "plain") });
    await owner.connect();
    await owner.query("BEGIN");
    await seedReference(owner);
    await seedCounty(owner, { code: "640422", years: [2025], schools: 3, open: { year: 2026, play: "played" } });
    await owner.query("INSERT INTO users (id, username, display_name, password_hash, division_code) VALUES ('u', 'u', '甲', '-', '640422')");
    await owner.query("COMMIT");
    const { rows } = await owner.query("SELECT count(*)::int AS n FROM schools");
    expect(rows).toEqual([{ n: 3 }]);
    const forced = await owner.query("SELECT count(*)::int AS n FROM pg_class c WHERE relforcerowsecurity AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner')");
    expect(forced.rows).toEqual([{ n: 0 }]);
    await owner.end();

    const app = new pg.Client({ connectionString: Object.assign(new URL(process.env.DATABASE_APP_URL ?? ""), { pathname: `/${DATABASE}` }).href });
    await app.connect();
    expect((await app.query("SELECT count(*)::int AS n FROM schools")).rows).toEqual([{ n: 0 }]);
    expect((await app.query("SELECT id FROM auth_account('u')")).rows).toEqual([{ id: "u" }]);
    await app.end();
  });
});
