import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { findHits } from "@/lib/search/find-hits";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

const [HERE, THERE] = ["130102", "130104"];
let owner: pg.Client;
const people: Record<"county" | "province" | "school" | "unit" | "admin" | "inspector", Actor> = Object.create(null);

const search = (who: keyof typeof people, typed: string) => withScope(scopeOf(people[who]), (tx) => findHits(tx, people[who], typed));
const titles = async (who: keyof typeof people, typed: string, kind: string) => (await search(who, typed)).filter((hit) => hit.kind === kind).map((hit) => hit.title);
const hrefs = async (who: keyof typeof people, typed: string, kind: string) => (await search(who, typed)).filter((hit) => hit.kind === kind).map((hit) => hit.href);

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [HERE, THERE].map((code) => ({ code, years: [2025], schools: 12 })));
  const stage = async (name: keyof typeof people, office: Parameters<typeof stagePerson>[2]) => { people[name] = await actorOf(await stagePerson(owner, `search-${name}`, office)); };
  await stage("county", { office: "education", level: "county", division: HERE });
  await stage("province", { office: "education", level: "province", division: "13" });
  await stage("school", { office: "filler", level: "school", division: HERE, school: `s${HERE}001` });
  await stage("admin", { office: "sysadmin", level: "nation", division: "cn" });
  await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ('search-unit', $1, '财政局', 'member') ON CONFLICT DO NOTHING", [HERE]);
  await owner.query("INSERT INTO users (id, username, display_name, password_hash, must_change_password, division_code) VALUES ('t-su', 'search-su', 'x', '-', false, $1), ('t-si', 'search-si', 'x', '-', false, $1) ON CONFLICT DO NOTHING", [HERE]);
  await owner.query(`INSERT INTO memberships (id, user_id, office, level, division_code, unit_id, school_ids, starts_on) VALUES ('tm-su', 't-su', 'unit', 'county', $1, 'search-unit', '{}', '2024-01-01'),
    ('tm-si', 't-si', 'inspector', 'county', $1, NULL, ARRAY[$2], '2024-01-01') ON CONFLICT DO NOTHING`, [HERE, `s${HERE}002`]);
  people.unit = await actorOf("t-su");
  people.inspector = await actorOf("t-si");
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the search", () => {
  it("finds places by name, code and pinyin initials", async () => {
    for (const typed of ["长安区", "130102", "caq"]) expect(await titles("province", typed, "place"), typed).toContain("长安区");
    expect((await titles("province", "sjz", "place"))[0]).toBe("石家庄市");
  });

  it("finds schools by name, code and pinyin initials, best first", async () => {
    const { rows } = await owner.query("SELECT id, code, name, pinyin FROM schools WHERE id = $1", [`s${HERE}003`]);
    const [school] = rows;
    for (const typed of [school.name, school.code, school.pinyin]) expect(await hrefs("county", typed, "school"), typed).toContain(`/s/${school.id}/overview`);
    expect(await hrefs("county", school.code, "school")).toHaveLength(1);
  });

  it("shows nothing out of reach", async () => {
    const { rows } = await owner.query("SELECT code FROM schools WHERE id = $1", [`s${THERE}003`]);
    expect(await hrefs("county", rows[0].code, "school")).toEqual([]);
    expect(await hrefs("province", rows[0].code, "school")).toHaveLength(1);
    expect(await titles("county", "13", "place")).toEqual(["长安区"]);
    expect(await titles("province", "西吉", "place")).toEqual([]);
    expect(await hrefs("school", "s", "school")).toEqual([]);
    expect(await hrefs("inspector", "学", "school")).toEqual([`/s/s${HERE}002/overview`]);
    for (const who of ["unit", "admin"] as const) expect((await search(who, "1")).filter(({ kind }) => kind !== "page"), who).toEqual([]);
    for (const who of ["school", "inspector", "unit", "admin"] as const) expect(await titles(who, "长安", "place"), who).toEqual([]);
  });

  it("never gives more than twenty, and takes signs for what they are", async () => {
    expect(await search("province", "学")).toHaveLength(20);
    for (const typed of ["%", "_", "'", "\\", "  "]) expect((await search("province", typed)).filter(({ kind }) => kind !== "page"), typed).toEqual([]);
  });

  it("names the pages of the active place alone", async () => {
    expect(await hrefs("county", "", "page")).toEqual(expect.arrayContaining([`/d/${HERE}/overview`, `/d/${HERE}/filings`, "/accounts", "/me"]));
    expect(await titles("county", "zh", "page")).toEqual(["账号"]);
    expect(await hrefs("school", "自评", "page")).toEqual([`/s/s${HERE}001/filing/2025`]);
    expect(await hrefs("unit", "", "page")).toEqual([...["tasks", "ledger", "implementation", "plan/group", "reports", "items"].map((page) => `/d/${HERE}/${page}`), "/work", "/password", "/me"]);
    expect(await hrefs("admin", "", "page")).toEqual(["/accounts", "/work", "/password", "/me"]);
    expect((await hrefs("inspector", "", "page"))[0]).toBe("/s");
  });
});
