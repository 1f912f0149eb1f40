import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { planCounty, type PlanOptions } from "@/lib/evaluation/planner/plan-county";
import { whatIf } from "@/lib/evaluation/planner/what-if";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { costsOf } from "@/lib/planner/costs";
import { entryDrafts, MARK, targetDrafts, withLine } from "@/lib/planner/drafts";
import { numbersOf } from "@/lib/planner/numbers-of";
import { orderAdditions, pageOf, ROWS } from "@/lib/planner/order-additions";
import { compliantSchools, firstYear, plannedPath } from "@/lib/planner/planned-path";
import { changesOf, EVERYWHERE, inProportion, NEW_CODE, NOTHING, scenarioText, schoolAtStandard } from "@/lib/planner/scenario";
import { applyInput, pathInput, solveInput } from "@/lib/planner/schema";
import { leadSentence, pathSentence, proofSentence, unreached, type Told } from "@/lib/planner/sentences";
import { costFault, quotaFault } from "@/lib/planner/rules";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { withAmount } from "../evaluation/build";
import { wellOff } from "./small-counties";
import { xijiFacts } from "./xiji";

const BLANK = { degreeTeachers: "", backboneTeachers: "", artsPeTeachers: "", teachingArea: "", sportsArea: "", equipmentValue: "", multimediaRooms: "" };
const ASKED = { divisionCode: "640422", year: 2026, basis: "approved", mode: "both", quota: "", money: "standard", unitCost: BLANK };
const faults = (more: Record<string, unknown>): Record<string, string> => Object.fromEntries((solveInput.safeParse({ ...ASKED, ...more }).error?.issues ?? []).map((issue) => [issue.path.join("."), issue.message]));
const [FIRST, SECOND] = ["2100000001", "2100000002"];
const poor = () => [withAmount(wellOff(FIRST, "primary", 400, 1), "backboneTeachers", -4), withAmount(wellOff(SECOND, "primary", 400, 1), "teachingArea", -900)];
async function planned(schools: readonly SchoolFacts[], options: PlanOptions = {}) {
  const outcome = await planCounty(schools, options);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.plan;
}
async function told(schools: readonly SchoolFacts[], mode: Told["mode"], options: PlanOptions = {}): Promise<Told> {
  const plan = await planned(schools, { mode, ...options });
  return { place: "某县", year: 2026, basis: "approved", mode, money: "standard", assumed: false, outcome: plan, after: plan.after };
}

describe("what is typed into the planner's form", () => {
  it("a unit cost that is none, negative, zero or absurd is said at its field", () => {
    expect(["", "贵", "-1", "0", "1e300", "0.0000000001", "0.5", "1500"].map(costFault)).toEqual([
      "请填写单位成本（元）。", "请填写数字，例如 1500 或 0.5。", "单位成本不能是负数。", "单位成本应大于 0，否则无法比较增补多少。",
      "单位成本超出合理范围，应在 0.000000001 与 1000000000 元之间。", "单位成本超出合理范围，应在 0.000000001 与 1000000000 元之间。", null, null,
    ]);
    const typed = { ...BLANK, degreeTeachers: "80,000", backboneTeachers: "-5", artsPeTeachers: "８００", teachingArea: "2500", sportsArea: "300", equipmentValue: "1", multimediaRooms: "" };
    expect(faults({ money: "yuan", unitCost: typed })).toEqual({ "unitCost.backboneTeachers": "单位成本不能是负数。", "unitCost.multimediaRooms": "请填写单位成本（元）。" });
    const good = solveInput.parse({ ...ASKED, money: "yuan", quota: "12.5%", unitCost: { ...typed, backboneTeachers: "5000", multimediaRooms: "30000" } });
    expect(numbersOf(good)).toMatchObject({ quota: 0.125, money: "yuan", unitCost: { degreeTeachers: 80_000, artsPeTeachers: 800, multimediaRooms: 30_000 } });
    expect(costsOf(numbersOf(solveInput.parse(ASKED))).backboneTeachers).toBe(100);
  });

  it("a quota outside 0 to 100 is said at its field, and not asked where nobody moves", () => {
    expect(["", "0", "100", "-1", "101", "十"].map(quotaFault).map((fault) => fault !== null)).toEqual([false, false, false, true, true, true]);
    expect(faults({ quota: "150" })).toEqual({ quota: "交流比例应为 0 与 100 之间的数，例如 10 表示 10%；不限比例的留空。" });
    expect(faults({ quota: "150", mode: "additions" })).toEqual({});
  });

  it("budgets and years that cannot be", () => {
    const said = (budget: unknown, until: unknown) => pathInput.safeParse({ budget, until }).error?.issues.map((issue) => issue.message);
    expect(said("", "2028")).toEqual(["请填写年度预算。"]);
    expect(said("多", "2028")).toEqual(["请填写数字。"]);
    expect(said("-1", "2028")).toEqual(["年度预算应为不小于 0 的数。"]);
    expect(said("1", "2099")).toEqual(["请填写 2015—2035 之间的年份。"]);
    expect(said("1,200", "2028")).toBeUndefined();
    expect(applyInput.parse({ divisionCode: "640422", id: "x", version: 1, budget: "1,200", until: "2028", targets: true, ledger: false }).budget).toBe(1200);
  });
});

describe("the sentences of a plan", () => {
  it("least effort, what it brings, proof", async () => {
    const one = await told(poor(), "additions");
    expect(leadSentence(one)).toMatch(/^某县按2026学年初审定数据测算：最少用 [\d,.]+ 折算单位为 [12] 所学校增补，各校（部）和差异系数即全部达标。$/);
    expect(proofSentence(one)).toMatch(/^本方案 ([\d,.]+) 折算单位，任何方案都不能少于 \1 折算单位，差距为 0：已证明最少。$/);
    expect(unreached(one.after)).toEqual([]);
    expect(proofSentence({ ...one, outcome: { ...one.outcome, cost: 1000, proof: { lowerBound: 998, gap: 2, unit: "cost" } } })).toBe("本方案 1,000 折算单位，任何方案都不能少于 998 折算单位，差距 2 折算单位（0.200%）。");
  });

  it("nothing to do; moves alone; what moves alone leave open", async () => {
    const equal = [wellOff(FIRST, "primary", 300), wellOff(SECOND, "primary", 300)];
    expect(leadSentence(await told(equal, "additions"))).toBe("某县按2026学年初审定数据测算：资源配置已经达标，不需要增补和调动。");
    const alone = await told(poor(), "rotation");
    expect(leadSentence(alone)).toMatch(/^某县按2026学年初审定数据测算：最少调动 \d+ 人、新增 \d+ 人，三项教师指标即达到要求；资源配置仍未达标，须另行增补用房、场馆、设备或教室。$/);
    expect(unreached(alone.after)[0]).toMatch(/^1 个学校（部）仍未达标，所缺为教学及辅助用房（1 个）。$/);
  });

  it("one school in a stage, or none with pupils", async () => {
    expect(leadSentence(await told([withAmount(wellOff(FIRST, "primary", 500), "backboneTeachers", -2)], "additions"))).toContain("为 1 所学校增补");
    expect(await planCounty([{ ...wellOff(FIRST, "primary", 100), students: { primary: 0, junior: null, senior: null } }])).toEqual({ ok: false, message: "没有可以测算的学校：表中没有参与资源配置评估且有在校生的小学或初中。" });
  });
});

describe("the path over the years", () => {
  it("begins with the year that what is done now shows in", () => {
    expect([firstYear(2026, "2026-11-22"), firstYear(2025, "2026-11-22"), firstYear(2025, "2026-05-01"), firstYear(2030, "2026-05-01")]).toEqual([2027, 2027, 2026, 2031]);
  });

  it("within any budget its targets never ask for more than the years reach, and the last year passes", async () => {
    const schools = await xijiFacts(2026);
    const plan = await planned(schools);
    const asked = { money: "standard" as const, unitCost: null };
    const total = plan.additions.reduce((sum, { indicator, amount }) => sum + amount * costsOf(asked)[indicator], 0);
    const outcome = plannedPath({ schools, standard: NATIONAL_STANDARD }, plan, asked, { from: 2027, until: 2029, budget: Math.ceil(total / 3) });
    if (!outcome.ok) throw new Error(outcome.message);
    const { after, path } = outcome.planned;
    expect(path.reached).toBe(true);
    expect(after.at(-1)?.schools).toBe(compliantSchools(plan.after));
    expect(after.map(({ schools: count }) => count)).toEqual([...after.map(({ schools: count }) => count)].sort((a, b) => a - b));
    const before = evaluateCounty(schools);
    const targets = targetDrafts(before, outcome.planned);
    expect(targets.filter(({ measure }) => measure === "schools").map(({ target }) => Number(target))).toEqual(after.map(({ schools: count }) => count));
    for (const { year, measure, target } of targets.filter((draft) => draft.measure.startsWith("cv."))) {
      const [, stage, key] = measure.split(".");
      const cv = after.find((one) => one.year === year)?.evaluation.stages[stage === "junior" ? "junior" : "primary"]?.indicators;
      expect(Object.entries(cv ?? {}).find(([name]) => name === key)?.[1].cv).toBeLessThanOrEqual(Number(target) + 1e-12);
    }
  }, 30_000);

  it("moves are written as what comes from where, and moves alone end in a sentence of their own", async () => {
    const schools = [withAmount(wellOff(FIRST, "primary", 400, 1), "backboneTeachers", -3), withAmount(withAmount(wellOff(SECOND, "primary", 400, 1), "backboneTeachers", 6), "teachingArea", -900)];
    const plan = await planned(schools, { mode: "rotation" });
    const outcome = plannedPath({ schools, standard: NATIONAL_STANDARD }, plan, { money: "standard", unitCost: null }, { from: 2027, until: 2028, budget: 0 });
    if (!outcome.ok) throw new Error(outcome.message);
    const [draft] = entryDrafts(outcome.planned, { money: "standard", unitCost: null }, () => ["primary"], () => "乙校").drafts;
    expect(draft).toMatchObject({ code: FIRST, plannedYear: 2027, costYuan: null });
    expect(draft?.measure).toMatch(new RegExp(`^${MARK}2027 年从其他学校调入教师（乙校 \\d 人）。$`));
    expect(pathSentence(outcome.planned, "rotation", "standard")).toBe("调动在 2027 年完成；只调配教师，资源配置仍未达标，须另行增补用房、场馆、设备或教室。");
  });

  it("the ledger's lines: amount, years and cost; a shared building's cost stands once", async () => {
    const schools = poor();
    const plan = await planned(schools);
    const asked = { money: "yuan" as const, unitCost: { degreeTeachers: 1, backboneTeachers: 100, artsPeTeachers: 1, teachingArea: 10, sportsArea: 1, equipmentValue: 1, multimediaRooms: 1 } };
    const shared = { ...plan, additions: plan.additions.map((addition) => (addition.indicator === "teachingArea" ? { ...addition, stage: null } : addition)) };
    const outcome = plannedPath({ schools, standard: NATIONAL_STANDARD }, shared, asked, { from: 2027, until: 2027, budget: 1e9 });
    if (!outcome.ok) throw new Error(outcome.message);
    const name = (code: string) => code;
    const { drafts, unmatched } = entryDrafts(outcome.planned, asked, () => ["primary", "junior"], name);
    const area = drafts.filter(({ item }) => item === "teachingArea");
    const amount = plan.additions.find(({ indicator }) => indicator === "teachingArea")?.amount ?? 0;
    expect(area.map(({ stage, costYuan }) => [stage, costYuan])).toEqual([["primary", amount * 10], ["junior", 0]]);
    expect(area[0]?.measure).toBe(`${MARK}全校增补教学及辅助用房 ${amount.toLocaleString("zh-CN")} ㎡。`);
    expect(unmatched).toBe(0);
    expect(entryDrafts(outcome.planned, asked, () => [], name)).toEqual({ drafts: [], unmatched: plan.additions.length });
  });

  it("a line replaces only the planner's own", () => {
    expect(withLine("", `${MARK}甲`)).toBe(`${MARK}甲`);
    expect(withLine(`学校已申请\n${MARK}甲`, `${MARK}乙`)).toBe(`学校已申请\n${MARK}乙`);
    expect(withLine("长".repeat(999), `${MARK}乙`)).toBeNull();
  });
});

describe("tables of 150 schools", () => {
  it("are sorted and paged; a page beyond the last is the last", async () => {
    const plan = await planned(poor());
    const many = Array.from({ length: 120 }, (_, at) => ({ ...plan.additions[0]!, code: String(120 - at).padStart(3, "0"), amount: at + 1 }));
    const sorted = orderAdditions(many, costsOf({ money: "standard", unitCost: null }), "cost");
    expect(sorted[0]?.amount).toBe(120);
    expect(orderAdditions(many, costsOf({ money: "standard", unitCost: null }), "school")[0]?.code).toBe("001");
    expect(pageOf(sorted, 99)).toMatchObject({ page: 3, pages: 3 });
    expect(pageOf(sorted, 1).rows).toHaveLength(ROWS);
  });
});

describe("the sliders", () => {
  it("nothing assumed changes nothing", async () => {
    const schools = await xijiFacts(2026);
    expect(changesOf(NOTHING, schools, NATIONAL_STANDARD.thresholds)).toEqual([]);
    expect(scenarioText(NOTHING, (code) => code)).toBe("");
  });

  it("a new school at the standard is compliant and takes its pupils from the others, none lost", async () => {
    const schools = await xijiFacts(2026);
    const scenario = { ...NOTHING, growth: { primary: -7, junior: 0 }, newSchool: { stage: "primary" as const, pupils: 600, level: 100, from: EVERYWHERE } };
    const { schools: after, after: evaluation, refused } = whatIf(schools, changesOf(scenario, schools, NATIONAL_STANDARD.thresholds), NATIONAL_STANDARD);
    expect(refused).toEqual([]);
    const pupils = (list: readonly SchoolFacts[]) => list.reduce((sum, { students }) => sum + (students.primary ?? 0), 0);
    const shrunk = schools.reduce((sum, { students }) => sum + Math.round((students.primary ?? 0) * 0.93), 0);
    expect(pupils(after)).toBe(shrunk);
    expect(after.find(({ code }) => code === NEW_CODE)?.students.primary).toBe(600);
    expect(evaluation.sections.find(({ code }) => code === NEW_CODE)?.compliant).toBe(true);
    expect(evaluateCounty([schoolAtStandard("junior", 333, 100, NATIONAL_STANDARD.thresholds)]).sections[0]?.standardCount).toBe(7);
    expect(inProportion(schools, "junior", 100).reduce((sum, { students }) => sum + (students.junior ?? 0), 0)).toBe(100);
    expect(scenarioText(scenario, (code) => code)).toBe("小学在校生减少 7%，新建一所 600 人的小学");
  });

  it("a merger and boarding move pupils, and 300 schools take less than a frame of 50 ms", async () => {
    const county = await xijiFacts(2026);
    const schools = Array.from({ length: 300 }, (_, at) => ({ ...county[at % county.length]!, code: String(3_000_000_000 + at) }));
    const [host, closed, giver] = schools.filter(({ kind }) => kind === "primary");
    if (!host || !closed || !giver) throw new Error("three primary schools are needed");
    const scenario = {
      growth: { primary: 5, junior: -5 }, newSchool: { stage: "junior" as const, pupils: 900, level: 110, from: EVERYWHERE },
      merger: { code: closed.code, into: host.code, keepsPremises: true }, boarding: { code: host.code, from: giver.code, pupils: 20, area: 300 },
    };
    const frame = () => whatIf(schools, changesOf(scenario, schools, NATIONAL_STANDARD.thresholds), NATIONAL_STANDARD);
    const { schools: after, refused } = frame();
    expect(refused).toEqual([]);
    expect(after).toHaveLength(300);
    const times = Array.from({ length: 15 }, () => { const from = performance.now(); frame(); return performance.now() - from; }).sort((a, b) => a - b);
    expect(times[7]).toBeLessThan(50);
    expect(applyPlan(after, { additions: [], moves: [] })).toEqual(after);
  });
});
