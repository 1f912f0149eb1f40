import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { prisma } from "@/lib/db/client";
import { withScope } from "@/lib/db/with-scope";
import { actOnReport } from "@/lib/self-reports/act-on-report";
import { loadReports } from "@/lib/self-reports/load-reports";
import { reportInput, type ReportInput } from "@/lib/self-reports/schema";
import { writeCountyReport } from "@/lib/self-reports/write-county-report";
import { castOf, refusal } from "../helpers/cast";
import { stageCounties } from "../helpers/owner";

const COUNTY = "120110";
const YEAR = 2026;
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
const person = castOf(COUNTY);
const bureau = person("t-sr-bureau");
const finance = person("t-sr-finance", { office: "unit", unitId: "t-sr-u1", unitName: "财政局" });
const town = person("t-sr-town", { office: "unit", unitId: "t-sr-u2", unitName: "东河镇" });
const city = person("t-sr-city", { level: "city", divisionCode: "1201" });
const full = { duties: "落实经费", results: "两个只增不减", problems: "缺口", next: "补齐" };
const act = (actor: Actor, input: Partial<ReportInput> & Pick<ReportInput, "act" | "version" | "unitId">) => withScope(scopeOf(actor), (tx) => actOnReport(tx, actor, reportInput.parse({ divisionCode: COUNTY, year: YEAR, ...input })));
const county = (version: number, more: Record<string, unknown> = {}) => withScope(scopeOf(bureau), (tx) => writeCountyReport(tx, bureau, { divisionCode: COUNTY, year: YEAR, version, opening: "全县总体平稳", conclusion: "基本达到", file: true, ...more }));

beforeAll(async () => {
  await owner.connect();
  await stageCounties(owner, [{ code: COUNTY, years: [2025, YEAR], schools: 3, open: { year: YEAR, play: "roster" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["self_reports", "county_reports", "units"]) await owner.query(`DELETE FROM ${table} WHERE division_code = $1`, [COUNTY]);
  for (const [id, name, kind] of [["t-sr-u1", "财政局", "member"], ["t-sr-u2", "东河镇", "township"]]) await owner.query("INSERT INTO units (id, division_code, name, kind) VALUES ($1, $2, $3, $4)", [id, COUNTY, name, kind]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

it("goes from the units through the bureau to the city, each step by whom it belongs to", async () => {
  expect(await refusal(act(finance, { unitId: "t-sr-u1", act: "submit", version: 0, sections: { ...full, next: "" } }))).toMatch(/“下一步打算”还没有填写/);
  await act(finance, { unitId: "t-sr-u1", act: "save", version: 0, sections: full });
  expect((await loadReports(bureau, COUNTY, YEAR)).reports[0]).toMatchObject({ state: "draft", sections: { duties: "" } });
  expect(await refusal(county(0, { year: 2099, file: false }))).toMatch(/^notFound/);
  await act(finance, { unitId: "t-sr-u1", act: "submit", version: 1, sections: full });
  expect(await refusal(act(town, { unitId: "t-sr-u1", act: "save", version: 2, sections: full }))).toMatch(/^notFound/);
  expect((await loadReports(town, COUNTY, YEAR)).reports.map((report) => [report.unit, report.state])).toEqual([["财政局", "missing"], ["东河镇", "missing"]]);
  expect(await refusal(act(finance, { unitId: "t-sr-u1", act: "accept", version: 2 }))).toMatch(/县级教育行政部门/);
  await act(bureau, { unitId: "t-sr-u1", act: "return", version: 2, reason: "补充数据" });
  expect((await loadReports(finance, COUNTY, YEAR)).own).toMatchObject({ state: "returned", reason: "补充数据" });
  await act(finance, { unitId: "t-sr-u1", act: "submit", version: 3, sections: full });
  await act(bureau, { unitId: "t-sr-u1", act: "accept", version: 4 });
  expect(await refusal(county(0))).toMatch(/还有 1 个单位的自评没有采纳（东河镇）/);
  expect((await loadReports(city, COUNTY, YEAR)).county.filedAt).toBeNull();
  await act(town, { unitId: "t-sr-u2", act: "submit", version: 0, sections: { ...full, duties: "协助控辍" } });
  await act(bureau, { unitId: "t-sr-u2", act: "accept", version: 1 });
  expect(await refusal(county(0, { conclusion: "" }))).toMatch(/自评结论/);
  await county(0);
  expect(await refusal(county(1))).toMatch(/已上报/);
  expect(await refusal(act(bureau, { unitId: "t-sr-u2", act: "reopen", version: 2, reason: "改" }))).toMatch(/已上报/);
  const seen = await loadReports(city, COUNTY, YEAR);
  expect(seen.county.merged[0]).toEqual({ title: "履行教育职责情况", parts: [{ unit: "财政局", text: "落实经费" }, { unit: "东河镇", text: "协助控辍" }] });
  expect([seen.reports, seen.county.conclusion]).toEqual([[], "基本达到"]);
});
