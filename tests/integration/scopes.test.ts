import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prisma } from "@/lib/db/client";
import { NO_SCOPE, withScope, type Scope } from "@/lib/db/with-scope";
import { openOwner, stageCounties } from "../helpers/owner";

const [A, B] = ["110111", "110112"];
let owner: pg.Client;

const scope = (part: Partial<Scope>): Scope => ({ ...NO_SCOPE, ...part });
const schoolsSeen = (part: Partial<Scope>) => withScope(scope(part), async (tx) => (await tx.school.findMany({ where: { divisionCode: { in: [A, B] } }, select: { divisionCode: true, id: true } })));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [A, B].map((code) => ({ code, years: [2025, 2026], schools: 12, open: { year: 2026, play: "played" } })));
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("row-level security through the application's role", () => {
  it("owns nothing and cannot bypass", async () => {
    const rows = await prisma().$queryRaw<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }[]>`
      SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relowner = r.oid) AS owned
      FROM pg_roles r WHERE rolname = current_user`;
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });

  it("has a policy on every table that carries a division", async () => {
    const { rows } = await owner.query<{ relname: string }>(`SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attname IN ('division_code', 'user_id') AND NOT a.attisdropped
        AND (NOT c.relrowsecurity OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname <> 'owner'))`);
    expect(rows).toEqual([]);
  });

  it("shows nothing without a scope, also on a connection that had one", async () => {
    expect(await schoolsSeen({ division: "cn" })).toHaveLength(24);
    expect(await schoolsSeen({})).toEqual([]);
    for (const count of await Promise.all([prisma().school.count(), prisma().filing.count(), prisma().user.count(), prisma().auditEvent.count()])) expect(count).toBe(0);
  });

  it("keeps counties apart, and gives those above both", async () => {
    expect(new Set((await schoolsSeen({ division: A })).map((row) => row.divisionCode))).toEqual(new Set([A]));
    expect(await schoolsSeen({ division: "1101" })).toHaveLength(24);
    expect(await schoolsSeen({ division: "1102" })).toEqual([]);
    expect(await schoolsSeen({ schools: [`s${B}001`], county: B })).toEqual([{ divisionCode: B, id: `s${B}001` }]);
  });

  it("holds under 60 mixed requests at once", async () => {
    const seen = await Promise.all(Array.from({ length: 60 }, (_, index) => schoolsSeen({ division: index % 2 === 0 ? A : B })));
    seen.forEach((rows, index) => expect(new Set(rows.map((row) => row.divisionCode))).toEqual(new Set([index % 2 === 0 ? A : B])));
  });

  it("shows drafts to the county and its school, not above", async () => {
    const drafts = (part: Partial<Scope>) => withScope(scope(part), (tx) => tx.filingSection.count({ where: { divisionCode: A } }));
    const all = Number((await owner.query("SELECT count(*) AS n FROM filing_sections WHERE division_code = $1", [A])).rows[0].n);
    expect(all).toBeGreaterThan(0);
    expect(await drafts({ division: A })).toBe(all);
    for (const above of ["1101", "11", "cn", B]) expect(await drafts({ division: above }), above).toBe(0);
  });

  it("gives those above approved submissions only", async () => {
    const decisions = await withScope(scope({ division: "1101" }), (tx) => tx.filingVersion.groupBy({ by: ["decision"], where: { divisionCode: A } }));
    expect(decisions.map((row) => row.decision)).toEqual(["approved"]);
  });

  it("refuses a write into another county, and the row is unchanged", async () => {
    const id = `s${B}002`;
    const before = (await owner.query("SELECT name FROM schools WHERE id = $1", [id])).rows[0].name;
    expect((await withScope(scope({ division: A }), (tx) => tx.school.updateMany({ where: { id }, data: { name: "改名" } }))).count).toBe(0);
    await expect(withScope(scope({ division: A }), (tx) => tx.filingYear.create({ data: { divisionCode: B, year: 2030, opensOn: new Date(), closesOn: new Date() } }))).rejects.toThrow();
    expect((await owner.query("SELECT name FROM schools WHERE id = $1", [id])).rows[0].name).toBe(before);
    // and the county itself gets in
    expect((await withScope(scope({ division: B }), (tx) => tx.school.updateMany({ where: { id }, data: { name: before } }))).count).toBe(1);
  });

  it("deletes nothing that is not derived", async () => {
    await expect(withScope(scope({ division: A }), (tx) => tx.school.deleteMany({ where: { divisionCode: A } }))).rejects.toThrow();
    await expect(withScope(scope({ division: A }), (tx) => tx.filingVersion.deleteMany({}))).rejects.toThrow();
  });
});
