import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTargetAnswer } from "@/lib/api/list-target-answer";
import { prisma } from "@/lib/db/client";
import { listBehind } from "@/lib/targets/list-behind";
import { forecastYear } from "@/lib/targets/rules";
import { listTargets } from "@/lib/targets/list-targets";
import { loadBehind, loadTargets } from "@/lib/targets/load-targets";
import { goalInput, milestoneInput, stageInput, targetInput } from "@/lib/targets/schema";
import { retireMilestone, retireStage, retireTarget, setGoal, setMilestone, setStage, setTarget } from "@/lib/targets/write-targets";
import { as, castOf, refusal } from "../helpers/cast";
import { openOwner, stageCounties } from "../helpers/owner";

const [COUNTY, OPEN, CITY] = ["230102", "230103", "2301"];
const TODAY = "2026-11-22";
let owner: pg.Client;
const person = castOf(COUNTY);
const bureau = person("t-tg-bureau");
const openBureau = person("t-tg-open", { divisionCode: OPEN });
const city = person("t-tg-city", { level: "city", divisionCode: CITY });

const target = (measure: string, value: string, more: Record<string, unknown> = {}, actor = bureau) => as(actor, (tx) => setTarget(tx, actor, targetInput.parse({ divisionCode: actor.office.divisionCode, year: 2025, measure, target: value, version: 0, ...more })));
const goal = (more: Record<string, unknown> = {}) => as(bureau, (tx) => setGoal(tx, bureau, goalInput.parse({ divisionCode: COUNTY, targetYear: 2028, source: "县创建规划", draft: false, version: 0, ...more })));
const stage = (more: Record<string, unknown> = {}) => as(bureau, (tx) => setStage(tx, bureau, stageInput.parse({ divisionCode: COUNTY, id: "", name: "启动阶段", startsOn: "2022-03-01", endsOn: "2022-09-30", version: 0, ...more })));
const stagesOf = async () => (await loadTargets(bureau, COUNTY)).stages;
const row = async (code: string, today = TODAY) => (await as(city, (tx) => listBehind(tx, CITY, today))).find((one) => one.code === code);

beforeAll(async () => {
  owner = await openOwner();
  await stageCounties(owner, [{ code: COUNTY, years: [2024, 2025], schools: 12 }, { code: OPEN, years: [2025], schools: 6, open: { year: 2025, play: "roster" } }]);
  await owner.query("SELECT set_config('app.scope', 'cn', false)");
  for (const table of ["milestones", "plan_stages", "year_targets", "county_goals", "plan_cells"]) await owner.query(`DELETE FROM ${table} WHERE left(division_code, 4) = $1`, [CITY]);
});
afterAll(async () => {
  await owner.end();
  await prisma().$disconnect();
});

describe("yearly targets", () => {
  it("stand against what the stored results say, computed here anew from the sections", async () => {
    for (const [measure, value] of [["schools", "3"], ["newSchools", "10"], ["satisfaction", "85"], ["cv.primary.backboneTeachers", "0.5"]] as const) await target(measure, value);
    await target("newSchools", "1", { year: 2024 });
    const rows = await as(bureau, (tx) => listTargets(tx, COUNTY));
    const { rows: sections } = await owner.query<{ school_id: string; year: number; ok: boolean }>("SELECT school_id, year, bool_and(compliant AND complete) AS ok FROM section_results WHERE division_code = $1 GROUP BY 1, 2", [COUNTY]);
    const good = (year: number) => new Set(sections.filter((one) => one.year === year && one.ok).map((one) => one.school_id));
    const actual = (measure: string, year = 2025) => rows.find((one) => one.measure === measure && one.year === year)?.actual;
    expect(actual("schools")).toBe(good(2025).size);
    expect(actual("newSchools")).toBe([...good(2025)].filter((id) => !good(2024).has(id)).length);
    expect(actual("newSchools", 2024)).toBeNull();
    const { rows: [result] } = await owner.query<{ cv: number; recognition: number | null }>("SELECT s.cv, c.recognition FROM stage_results s JOIN county_results c USING (division_code, year) WHERE s.division_code = $1 AND s.year = 2025 AND s.stage = 'primary' AND s.indicator = 'backboneTeachers'", [COUNTY]);
    expect(actual("cv.primary.backboneTeachers")).toBe(result?.cv);
    expect(actual("satisfaction")).toBeCloseTo(100 * (result?.recognition ?? Number.NaN));
    const answer = await as(city, (tx) => listTargetAnswer(tx, city, COUNTY));
    expect(answer.items).toHaveLength(5);
    expect(answer.items.map((item) => item.year)).toEqual([...answer.items.map((item) => item.year)].sort());
    expect(Object.keys(answer.items[0] ?? {}).sort()).toEqual(["actual", "measure", "target", "year"]);
  });

  it("a year that is not whole gives no figure, which is neither met nor zero", async () => {
    await target("schools", "0", {}, openBureau);
    const [one] = await as(openBureau, (tx) => listTargets(tx, OPEN));
    expect(one).toMatchObject({ actual: null, outcome: "open", actualText: "—" });
  });

  it("are set once, changed by version, taken back, and only by the county itself", async () => {
    expect(await refusal(target("schools", "9"))).toMatch(/^conflict/);
    await target("schools", "9", { version: 1 });
    await as(bureau, (tx) => retireTarget(tx, bureau, { divisionCode: COUNTY, year: 2025, measure: "schools", version: 2, reason: "目标改按新增学校考核" }));
    expect((await as(bureau, (tx) => listTargets(tx, COUNTY))).some((one) => one.measure === "schools")).toBe(false);
    await target("schools", "4");
    expect(await refusal(as(city, (tx) => setTarget(tx, city, targetInput.parse({ divisionCode: COUNTY, year: 2025, measure: "schools", target: "1", version: 0 }))))).toMatch(/^notFound/);
    await expect(as(city, (tx) => tx.yearTarget.updateMany({ where: { divisionCode: COUNTY }, data: { target: 1 } }))).rejects.toThrow(/row-level security/);
    const said = (more: Record<string, unknown>) => targetInput.safeParse({ divisionCode: COUNTY, year: 2025, measure: "schools", target: "5", version: 0, ...more }).error?.issues[0]?.message;
    expect([said({ target: "五" }), said({ target: "2.5" }), said({ measure: "satisfaction", target: "101%" }), said({ year: "" }), said({ target: "８" })]).toEqual(["请填写数字。", "请填写整数。", "不能超过 100%。", "请填写 2015—2035 之间的年份。", undefined]);
  });
});

describe("target year, stages and milestones", () => {
  it("stages do not cross, milestones lie within theirs, what was done was done by today", async () => {
    await goal();
    expect(await refusal(goal({ targetYear: 2030 }))).toMatch(/^conflict/);
    await stage();
    expect(await refusal(stage({ name: "实施阶段", startsOn: "2022-09-30", endsOn: "2029-10-31" }))).toMatch(/与“启动阶段”的起止日期重叠/);
    await stage({ name: "实施阶段", startsOn: "2022-10-01", endsOn: "2029-10-31" });
    expect(stageInput.safeParse({ divisionCode: COUNTY, name: "迎检", startsOn: "2030-01-01", endsOn: "2029-01-01", version: 0 }).error?.issues[0]?.message).toMatch(/不能早于/);
    const [first, second] = await stagesOf();
    const step = (more: Record<string, unknown> = {}) => as(bureau, (tx) => setMilestone(tx, bureau, milestoneInput.parse({ divisionCode: COUNTY, id: "", stageId: second?.id, title: "年度自评报告", dueOn: "2026-06-30", doneOn: "", version: 0, ...more })));
    expect(await refusal(step({ dueOn: "2022-01-01" }))).toMatch(/起止日期之内/);
    expect(await refusal(step({ doneOn: "2099-01-01" }))).toMatch(/不能晚于今天/);
    await step();
    expect((await loadTargets(bureau, COUNTY)).stages[1]?.milestones[0]?.late).toBe(true);
    expect(await refusal(as(bureau, (tx) => retireStage(tx, bureau, { divisionCode: COUNTY, id: second?.id ?? "", version: 1 })))).toMatch(/还有节点/);
    expect(await refusal(as(bureau, (tx) => setStage(tx, bureau, stageInput.parse({ divisionCode: COUNTY, id: second?.id, name: "实施阶段", startsOn: "2022-10-01", endsOn: "2025-12-31", version: 1 }))))).toMatch(/不在这个起止日期内/);
    expect((await row(COUNTY))?.reasons).toContain("1 个节点逾期");
    const [late] = (await stagesOf())[1]?.milestones ?? [];
    await step({ id: late?.id, doneOn: "2026-07-02", version: 1 });
    expect((await row(COUNTY))?.reasons).not.toContain("1 个节点逾期");
    await as(bureau, (tx) => retireMilestone(tx, bureau, { divisionCode: COUNTY, id: late?.id ?? "", version: 2 }));
    await as(bureau, (tx) => retireStage(tx, bureau, { divisionCode: COUNTY, id: second?.id ?? "", version: 1 }));
    expect((await stagesOf()).map((one) => one.id)).toEqual([first?.id]);
  });
});

describe("behind plan", () => {
  it("says why: a target missed, a year past; a draft for comment is never overdue; the levels above see the same row", async () => {
    const missed = `2025 年当年新增达标学校：目标 10 所，实际`;
    expect((await row(COUNTY))?.reasons.some((reason) => reason.startsWith(missed))).toBe(true);
    await goal({ targetYear: 2024, version: 1 });
    expect((await row(COUNTY))?.reasons).toContain("目标年 2024 已过，审定数据尚未达到标准");
    await goal({ targetYear: 2024, draft: true, source: "实施意见（征求意见稿）", version: 2 });
    expect((await row(COUNTY))?.reasons.some((reason) => reason.includes("已过"))).toBe(false);
    expect(await row(OPEN)).toMatchObject({ progress: "open", latest: null, forecast: null });
    const { rows: shares } = await owner.query<{ year: number; share: number }>("SELECT year, compliant_sections::float8 / sections AS share FROM county_results WHERE division_code = $1 ORDER BY year", [COUNTY]);
    expect((await row(COUNTY))?.forecast).toBe(forecastYear(shares));
    const view = await loadBehind(city, CITY);
    expect((await loadTargets(bureau, COUNTY)).standing.reasons).toEqual(view.rows.find((one) => one.code === COUNTY)?.reasons);
    // a neighbour sees the name of a county, nothing of its figures and plan
    expect((await as(openBureau, (tx) => listBehind(tx, CITY, TODAY))).find((one) => one.code === COUNTY)).toMatchObject({ latest: null, targetYear: null, progress: "open" });
  });
});
