import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { freezeRoster } from "@/lib/calendar/freeze-roster";
import { prisma } from "@/lib/db/client";
import { exampleRows } from "@/lib/exchange/template";
import { closeSchool, reopenSchool } from "@/lib/roster/close-school";
import { enlist } from "@/lib/roster/enlist";
import { importRoster, planRoster } from "@/lib/roster/import-roster";
import { loadRoster, rosterFilters } from "@/lib/roster/load-roster";
import { addSchoolInput, changeSchoolInput, closeSchoolInput } from "@/lib/roster/schema";
import { addSchool, changeSchool } from "@/lib/roster/write-school";
import { acting, as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const COUNTY = "650102";
const YEAR = 2025;
const bureau = castOf(COUNTY)("t-ro-bureau");
const neighbour = castOf("650103")("t-ro-neighbour");
const city = castOf("6501")("t-ro-city", { level: "city" });
let owner: Client;

const csv = (rows: readonly (readonly string[])[]) => new File([rows.map((row) => row.join(",")).join("\r\n")], "学校名录.csv", { type: "text/csv" });
/** The example county with codes of this one. */
const table = exampleRows().map((row, at) => (at === 0 ? row : [row[0]?.replace("99", "65").replace("99", "77") ?? "", ...row.slice(1)]));
const preview = (file: File, actor = bureau) => as(actor, (tx) => planRoster(tx, actor, { divisionCode: COUNTY, file }));
const confirm = (file: File, token: string) => acting(bureau, (tx) => importRoster(tx, bureau, { divisionCode: COUNTY, file, token }));
const view = (more = {}, actor = bureau) => loadRoster(actor, COUNTY, rosterFilters.parse(more));
const entry = (more: Record<string, unknown> = {}) => ({ divisionCode: COUNTY, code: "2165770101", name: "天山示例新小学", kind: "primary", areaType: "urban", operatorType: "7", boarding: false, builtYear: "2024", counted: true, parentCode: "", openedOn: "2024-08-20", ...more });
const add = (more: Record<string, unknown> = {}, actor: Actor = bureau) => acting(actor, (tx) => addSchool(tx, actor, addSchoolInput.parse(entry(more))));
const rowOf = async (code: string) => (await view({ q: code })).rows[0] ?? (await view({ q: code, state: "closed" })).rows[0];
const change = async (code: string, more: Record<string, unknown>, actor: Actor = bureau) => {
  const row = await rowOf(code);
  return acting(actor, (tx) => changeSchool(tx, actor, changeSchoolInput.parse({ ...row?.fields, divisionCode: COUNTY, schoolId: row?.id, version: row?.version, ...more })));
};
const close = async (code: string, more: Record<string, unknown> = {}) => {
  const row = await rowOf(code);
  return acting(bureau, (tx) => closeSchool(tx, bureau, closeSchoolInput.parse({ divisionCode: COUNTY, schoolId: row?.id, version: row?.version, closedOn: "2025-08-31", mergedIntoCode: "", reason: "布局调整", ...more })));
};
const inRoster = async () => Number((await owner.query("SELECT count(*) FROM filings WHERE division_code = $1 AND year = $2", [COUNTY, YEAR])).rows[0]?.count);

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, []);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const name of ["filing_sections", "filings", "filing_years"]) await owner.query(`DELETE FROM ${name} WHERE division_code = $1`, [COUNTY]);
  await owner.query("UPDATE schools SET parent_school_id = NULL, merged_into_id = NULL WHERE division_code IN ($1, '650103')", [COUNTY]);
  await owner.query("DELETE FROM schools WHERE division_code IN ($1, '650103')", [COUNTY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("a county without schools", () => {
  it("lists them from its base table: seen first, then written, once", async () => {
    expect((await view()).counts).toEqual({ open: 0, closed: 0 });
    const { plan, token } = await preview(csv(table));
    expect([plan.problems, plan.entries.length, plan.entries.every(({ act }) => act === "add")]).toEqual([[], 8, true]);
    expect(await refusal(confirm(csv(table), "another"))).toMatch(/^conflict: 预览之后学校名录发生了变化/);
    expect((await confirm(csv(table), token)).message).toBe("已列入 8 所学校，修改 0 所。");
    expect((await confirm(csv(table), token)).message).toMatch(/没有需要写入/);
    expect((await view()).rows.map(({ fields }) => fields.code)).toEqual(table.slice(1).map(([code]) => code).sort());
    expect((await owner.query("SELECT count(*)::int AS n FROM audit_events WHERE division_code = $1 AND act = 'school.add'", [COUNTY])).rows[0]?.n).toBeGreaterThanOrEqual(8);
  });
  it("a table with a fault writes nothing; nobody but its own bureau may", async () => {
    const bad = [...table.slice(0, 2).map((row) => [...row]), ["21", "坏的小学", "小学"]];
    expect((await preview(csv(bad))).plan.problems.length).toBe(1);
    expect(await refusal(confirm(csv(bad), "x"))).toBe("invalid: 表中有错误，没有导入；请改正后重新预览。");
    for (const actor of [neighbour, city]) expect(await refusal(preview(csv(table), actor))).toMatch(/^notFound/);
    expect(await refusal(view({}, city))).toMatch(/^notFound/);
    await expect(as(city, (tx) => tx.$executeRaw`INSERT INTO schools (id, code, name, kind, division_code) VALUES ('t-ro-x', '2165770199', '越权小学', 'primary', ${COUNTY})`)).rejects.toThrow(/row-level security/);
    await expect(as(city, (tx) => tx.$executeRaw`UPDATE schools SET name = '改名' WHERE division_code = ${COUNTY}`)).rejects.toThrow(/row-level security/);
  });
});

describe("one school", () => {
  it("is listed once on the whole platform, changed by version, and keeps its code once it has filed", async () => {
    await add();
    expect(await refusal(add())).toBe("invalid: 本县已有学校使用这个标识码（含已停办的）。");
    expect(await refusal(acting(neighbour, (tx) => addSchool(tx, neighbour, addSchoolInput.parse(entry({ divisionCode: "650103", name: "邻县小学" })))))).toMatch(/已由别的县的学校使用/);
    expect(await refusal(add({ code: "2165770102" }))).toMatch(/同名的在办学校/);
    await change("2165770101", { name: "天山示例第九小学", boarding: true });
    expect(await refusal(change("2165770101", { version: 1 }))).toMatch(/^conflict/);
    expect((await rowOf("2165770101"))?.fields).toMatchObject({ name: "天山示例第九小学", boarding: true });
    const two = await Promise.allSettled([add({ code: "2165770103", name: "同时小学甲" }), add({ code: "2165770103", name: "同时小学乙" })]);
    expect(two.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    // two counties at the same moment do not wait for each other: one lists the code, the other is told why not
    const next = (code: string, actor: Actor) => acting(actor, (tx) => addSchool(tx, actor, addSchoolInput.parse(entry({ divisionCode: code, code: "2165770190", name: `两县小学${code}` }))));
    const both = await Promise.allSettled([next(COUNTY, bureau), next("650103", neighbour)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await refusal(both.map((one) => (one.status === "rejected" ? Promise.reject(one.reason) : null)).find((one) => one !== null) ?? Promise.resolve())).toMatch(/^invalid: (这个标识码已由别的县|本县已有学校使用)/);
    await owner.query("DELETE FROM schools WHERE code = '2165770190'");
  });
  it("stands in the roster of the year, is added to it late with a reason, and leaves it untouched when it closed before", async () => {
    await owner.query("INSERT INTO filing_years (division_code, year, opens_on, closes_on, roster_frozen_at) VALUES ($1, $2, '2025-09-10', '2025-10-31', now())", [COUNTY, YEAR]);
    expect(await as(bureau, (tx) => freezeRoster(tx, COUNTY, YEAR))).toBe(10);
    await add({ code: "2165770104", name: "漏报小学" });
    expect((await view()).missing).toEqual({ year: YEAR, names: ["漏报小学"] });
    const done = await acting(bureau, (tx) => enlist(tx, bureau, { divisionCode: COUNTY, year: YEAR, reason: "开启时漏列" }));
    expect([done.value.added, (await view()).missing?.names]).toEqual([1, []]);
    expect(await refusal(change("2165770104", { code: "2165770105" }))).toMatch(/标识码不能更改/);
    expect((await close("2165770104", { mergedIntoCode: "2165770101" })).message).toMatch(/并入天山示例第九小学.*已移出2025学年初应报名册/);
    expect(await inRoster()).toBe(10);
    expect((await view({ state: "closed" })).rows[0]).toMatchObject({ mergedInto: "天山示例第九小学", closedReason: "布局调整", closedOn: "2025-08-31" });
    // closed after the day it is still expected; begun it stays, whatever the day
    expect((await close("2165770103", { closedOn: "2025-09-02" })).message).toMatch(/仍在应报名册中/);
    const begun = await rowOf("2165770101");
    await owner.query("INSERT INTO filing_sections (filing_id, section, division_code, school_id, filed_by_school_id, data, version, updated_by, updated_at) SELECT id, 'students', division_code, school_id, filed_by_school_id, '{}', 1, 't', now() FROM filings WHERE school_id = $1", [begun?.id]);
    expect((await close("2165770101")).message).toMatch(/已开始填报，留在应报名册中/);
    expect(await inRoster()).toBe(10);
    expect(await as(neighbour, (tx) => tx.$queryRaw`SELECT drop_untouched_filing(${begun?.id ?? ""}, ${YEAR}::int) AS dropped`)).toEqual([{ dropped: false }]);
  });
  it("closed by mistake it is open again; one that others file through is not closed", async () => {
    const row = await rowOf("2165770101");
    await acting(bureau, (tx) => reopenSchool(tx, bureau, { divisionCode: COUNTY, schoolId: row?.id ?? "", version: row?.version ?? 0, reason: "登记有误" }));
    await add({ code: "2165770106", name: "南湾教学点", kind: "teaching_point", counted: false, parentCode: "2165770101" });
    expect(await refusal(close("2165770101"))).toMatch(/还有 1 所学校由它填报/);
    expect(await refusal(change("2165770101", { parentCode: "2165770103" }))).toMatch(/没有找到这所在办的本县学校/);
    expect(await refusal(close("2165770106", { closedOn: "2099-01-01" }))).toMatch(/不能晚于今天/);
  });
});
