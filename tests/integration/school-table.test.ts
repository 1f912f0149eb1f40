import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { loadSchools } from "@/lib/results/load-schools";
import { PAGE_SIZE, type SectionPage } from "@/lib/results/page-sections";
import { schoolFilters, SORT_KEYS } from "@/lib/results/school-filters";
import { actorOf } from "../helpers/actors";
import { openOwner, stageCounties, stagePerson } from "../helpers/owner";

const [ONE, TWO] = ["130202", "130203"];
let owner: pg.Client;
let city: Actor;
let county: Actor;

async function list(actor: Actor, code: string, search: Record<string, string> = {}): Promise<SectionPage> {
  const view = await loadSchools(actor, code, 2025, schoolFilters(search));
  if (view.kind === "empty") throw new Error("empty");
  return view.list;
}
const ascending = (values: number[]) => values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value));

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [ONE, TWO].map((code) => ({ code, years: [2025], schools: 45 })));
  city = await actorOf(await stagePerson(owner, "table-city", { office: "education", level: "city", division: "1302" }));
  county = await actorOf(await stagePerson(owner, "table-county", { office: "education", level: "county", division: ONE }));
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("the school table", () => {
  it("pages through a county and a city without loss or repetition", async () => {
    for (const [actor, code] of [[county, ONE], [city, "1302"]] as const) {
      const first = await list(actor, code);
      expect(first.rows.length).toBe(Math.min(PAGE_SIZE, first.counts.total));
      const keys: string[] = [];
      for (let page = 1; page <= first.pages; page += 1) keys.push(...(await list(actor, code, { page: String(page), sort: "-count" })).rows.map((row) => row.schoolId + row.stage));
      expect(keys).toHaveLength(first.counts.total);
      expect(new Set(keys).size).toBe(first.counts.total);
      expect((await list(actor, code, { page: "999" })).page).toBe(first.pages);
    }
    expect((await list(city, "1302")).pages).toBeGreaterThan(1);
    expect(new Set((await list(county, ONE)).rows.map((row) => row.county)).size).toBe(1);
  });

  it("orders by every column, both ways, with what is missing at the end", async () => {
    for (const key of SORT_KEYS) for (const sign of ["", "-"]) expect((await list(city, "1302", { sort: sign + key })).rows.length, sign + key).toBe(PAGE_SIZE);
    expect(ascending((await list(city, "1302", { sort: "students" })).rows.map((row) => row.students))).toBe(true);
    const { rows: [one] } = await owner.query(`UPDATE section_results SET result = jsonb_set(result, '{values,backboneTeachers}', 'null') WHERE (school_id, stage) =
      (SELECT school_id, stage FROM section_results WHERE division_code = $1 ORDER BY code LIMIT 1) RETURNING school_id || stage AS key`, [ONE]);
    for (const sort of ["backboneTeachers", "-backboneTeachers"]) {
      const last = await list(county, ONE, { sort, page: "99" });
      expect(last.rows.at(-1)?.values.backboneTeachers).toBeNull();
      expect((last.rows.at(-1)?.schoolId ?? "") + last.rows.at(-1)?.stage).toBe(one.key);
    }
  });

  it("filters by stage, type, verdict and name, and counts what fits", async () => {
    const all = await list(county, ONE);
    const junior = await list(county, ONE, { stage: "junior" });
    expect(junior.rows.every((row) => row.stage === "junior")).toBe(true);
    expect(junior.counts.matched + (await list(county, ONE, { stage: "primary" })).counts.matched).toBe(all.counts.total);
    const verdicts = await Promise.all(["met", "unmet", "open"].map((verdict) => list(county, ONE, { verdict })));
    expect(verdicts.reduce((sum, { counts }) => sum + counts.matched, 0)).toBe(all.counts.total);
    expect(verdicts[1]?.rows.every((row) => row.complete && !row.compliant)).toBe(true);
    expect((await list(county, ONE, { kind: "nine_year" })).rows.every((row) => row.kind === "nine_year")).toBe(true);
    const [some] = all.rows;
    expect((await list(county, ONE, { q: some?.school ?? "" })).rows.map((row) => row.school)).toContain(some?.school);
    expect((await list(county, ONE, { q: some?.code ?? "" })).counts.matched).toBeGreaterThan(0);
    expect((await list(county, ONE, { q: "%" })).rows).toEqual([]);
  });

  it("keeps the neighbour's schools out", async () => {
    await expect(list(county, TWO)).rejects.toMatchObject({ code: "notFound" });
    await expect(list(county, "1302")).rejects.toMatchObject({ code: "notFound" });
  });
});
