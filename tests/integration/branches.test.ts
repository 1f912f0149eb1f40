import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { loadFiling } from "@/lib/filings/load-filing";
import { saveSection } from "@/lib/filings/save-section";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

const COUNTY = "140109";
const YEAR = 2026;
let owner: pg.Client;
let filler: Actor;
let stranger: Actor;
let branch: { id: string; parent: string };

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 40, open: { year: YEAR, play: "roster" } }]);
  const { rows } = await owner.query("SELECT id, parent_school_id AS parent FROM schools WHERE division_code = $1 AND parent_school_id IS NOT NULL ORDER BY id LIMIT 1", [COUNTY]);
  branch = rows[0];
  const other = await owner.query("SELECT id FROM schools WHERE division_code = $1 AND parent_school_id IS NULL AND id <> $2 ORDER BY id LIMIT 1", [COUNTY, branch.parent]);
  filler = await actorOf(await stagePerson(owner, "branches-filler", { office: "filler", level: "school", division: COUNTY, school: branch.parent }));
  stranger = await actorOf(await stagePerson(owner, "branches-stranger", { office: "filler", level: "school", division: COUNTY, school: other.rows[0].id }));
  await owner.query("UPDATE filing_years SET opens_on = current_date - 5, closes_on = current_date + 5 WHERE division_code = $1 AND year = $2", [COUNTY, YEAR]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a 中心校 with branches", () => {
  it("opens and fills in the filing of its branch; another school does not", async () => {
    const view = await loadFiling(filler, branch.id, YEAR);
    expect(view).toMatchObject({ editable: true, filing: { schoolId: branch.id, filedBySchoolId: branch.parent } });
    const input = { filingId: view.filing.id, section: "students", base: 0, values: { primaryStudents: 31 } };
    expect(await withScope(scopeOf(filler), (tx) => saveSection(tx, filler, input))).toMatchObject({ version: 1, errors: {} });
    await expect(loadFiling(stranger, branch.id, YEAR)).rejects.toMatchObject({ code: "notFound" });
    await expect(withScope(scopeOf(stranger), (tx) => saveSection(tx, stranger, input))).rejects.toMatchObject({ code: "notFound" });
  });

  it("is told of the campuses whose figures its own include, and cannot change the register", async () => {
    await owner.query("INSERT INTO schools (id, code, name, kind, division_code, parent_school_id, counted, demo) VALUES ('branches-campus', '2114010999', '东校区', 'primary', $1, $2, false, true) ON CONFLICT DO NOTHING", [COUNTY, branch.parent]);
    const { campuses, branches } = (await loadFiling(filler, branch.parent, YEAR)).sources;
    expect(campuses).toEqual(["东校区"]);
    expect(branches).toContainEqual(expect.objectContaining({ id: branch.id, state: "open" }));
    expect((await loadFiling(stranger, stranger.office.schoolId ?? "", YEAR)).sources.branches.map(({ id }) => id)).not.toContain(branch.id);
    expect(await withScope(scopeOf(stranger), (tx) => tx.school.findMany({ where: { id: "branches-campus" } }))).toEqual([]);
    await expect(withScope(scopeOf(filler), (tx) => tx.school.update({ where: { id: branch.id }, data: { name: "别的名称" } }))).rejects.toThrow();
  });
});
