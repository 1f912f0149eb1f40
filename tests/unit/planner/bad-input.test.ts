import { describe, expect, it } from "vitest";
import { readPlanCall, PLAN_USAGE } from "@/lib/evaluation/planner/plan-call";
import { planCounty, type PlanOptions } from "@/lib/evaluation/planner/plan-county";
import { spreadOverYears } from "@/lib/evaluation/planner/spread-years";
import { DEFAULT_UNIT_COST } from "@/lib/evaluation/planner/units";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { withAmount } from "../evaluation/build";
import { wellOff } from "./small-counties";

const [FIRST, SECOND] = ["2100000001", "2100000002"];
const said = async (schools: readonly SchoolFacts[], options: PlanOptions = {}): Promise<string> => {
  const outcome = await planCounty(schools, options);
  return outcome.ok ? outcome.plan.reasons.join("") : outcome.message;
};
const called = (...args: string[]): string => {
  const outcome = readPlanCall(args);
  return outcome.ok ? "" : outcome.message;
};

describe("what the planner says to bad input", () => {
  it("zero pupils: a school without pupils is no section, a county without any cannot be planned", async () => {
    const empty = { ...wellOff(FIRST, "primary", 100), students: { primary: 0, junior: null, senior: null } };
    expect(await said([empty])).toBe("没有可以测算的学校：表中没有参与资源配置评估且有在校生的小学或初中。");
    expect(await said([])).toBe("没有可以测算的学校：表中没有参与资源配置评估且有在校生的小学或初中。");
    expect(await said([empty, wellOff(SECOND, "primary", 100)])).toBe("现有数据的资源配置已经达标，不需要增补。");
  });

  it("one school in a stage: it has no differences, only its own needs; nobody can lend it teachers", async () => {
    const alone = withAmount(wellOff(FIRST, "primary", 500), "backboneTeachers", -1);
    expect(await said([alone])).toBe("现有数据的资源配置已经达标，不需要增补。");
    const poor = withAmount(alone, "backboneTeachers", -2);
    expect(await said([poor])).toContain("小学骨干教师增补 2 人，涉及 1 个单位，全部用于各校达标。");
    expect(await said([poor], { mode: "rotation" })).toContain("小学骨干教师全县共 3 人，各校按要求至少需要 5 人，只靠调动不够。");
  });

  it("all schools equal: no differences and nothing to do, or the same need everywhere", async () => {
    const equal = [wellOff(FIRST, "primary", 300), wellOff(SECOND, "primary", 300)];
    expect(await said(equal)).toBe("现有数据的资源配置已经达标，不需要增补。");
    expect(await said(equal, { mode: "rotation" })).toBe("教师的三项指标已经达到要求，不需要调动。");
  });

  it("a limit that moves alone cannot reach: it says why, and hires the least", async () => {
    const schools = [withAmount(wellOff(FIRST, "primary", 400, 1), "backboneTeachers", -3), wellOff(SECOND, "primary", 400, 1)];
    const reasons = await said(schools, { mode: "rotation" });
    expect(reasons).toContain("小学骨干教师全县共 5 人，各校按要求至少需要 8 人，只靠调动不够。");
    expect(reasons).toContain("只靠调动不能达到要求");
  });

  it("a quota that is too small: it says how many may move", async () => {
    const schools = [withAmount(wellOff(FIRST, "primary", 400, 1), "backboneTeachers", -3), withAmount(wellOff(SECOND, "primary", 400, 1), "backboneTeachers", 6)];
    expect(await said(schools, { mode: "rotation", quota: 0 })).toContain("按交流比例最多调动 0 人，不足以达到要求。");
    expect(await said(schools, { mode: "rotation", quota: 1.5 })).toBe("交流比例应为 0 与 1 之间的数，例如 0.1 表示 10%。");
  });

  it("a limit that the budget cannot reach: it says by how much", async () => {
    const schools = [withAmount(wellOff(FIRST, "primary", 400, 1), "backboneTeachers", -4), wellOff(SECOND, "primary", 400, 1)];
    const outcome = await planCounty(schools);
    const path = outcome.ok ? spreadOverYears(schools, outcome.plan, { from: 2027, to: 2028, yearlyBudget: 100, unitCost: DEFAULT_UNIT_COST }) : null;
    expect(path?.ok && path.path.sentence).toBe("按每年 100 的预算，到 2028 年不能达标：还差 200（小学），每年至少需要再增加 100。");
    expect(path?.ok && path.path.reached).toBe(false);
  });

  it("negative or absurd unit costs", async () => {
    expect(await said([], { unitCost: { degreeTeachers: -1 } })).toBe("指标 degreeTeachers 的单位成本 -1 是负数，应大于 0。");
    expect(await said([], { unitCost: { degreeTeachers: 0 } })).toBe("指标 degreeTeachers 的单位成本为 0，无法比较增补多少，应大于 0。");
    expect(called("a.csv", "--unit-cost", "sportsArea=1e300")).toBe("指标 sportsArea 的单位成本 1e+300 超出合理范围，应在 0.000000001 与 1000000000 之间。");
    expect(called("a.csv", "--unit-cost", "sportsArea=贵")).toBe("指标 sportsArea 的单位成本不是数字，应填写大于 0 的数。");
    expect(called("a.csv", "--unit-cost", "teachers=1")).toBe("不认识的指标“teachers”，应为 degreeTeachers、backboneTeachers、artsPeTeachers、teachingArea、sportsArea、equipmentValue、multimediaRooms 之一。");
  });

  it("missing values: never taken as zero", async () => {
    const gap = { ...wellOff(FIRST, "primary", 100), multimediaRooms: null };
    for (const mode of ["additions", "rotation", "both"] as const) expect(await said([gap, wellOff(SECOND, "primary", 100)], { mode })).toBe("学校2100000001的数据没有填全，不能测算；没有填写的不按 0 计算。");
  });

  it("years and budgets that cannot be", () => {
    const spread = (from: number, to: number, yearlyBudget: number) => {
      const outcome = spreadOverYears([], { additions: [], moves: [] }, { from, to, yearlyBudget, unitCost: DEFAULT_UNIT_COST });
      return outcome.ok ? "" : outcome.message;
    };
    expect(spread(2030, 2028, 1)).toBe("目标年度不能早于起始年度。");
    expect(spread(2000, 2100, 1)).toBe("从起始年度到目标年度不能超过 30 年。");
    expect(spread(2026, 2028, -1)).toBe("年度预算应为不小于 0 的数。");
    expect(spread(2026, 2028, Number.NaN)).toBe("年度预算应为不小于 0 的数。");
  });

  it("wrong calls", () => {
    expect(called()).toBe(PLAN_USAGE);
    expect(called("a.csv", "b.csv")).toBe(PLAN_USAGE);
    expect(called("a.txt")).toBe("文件 a.txt 的类型不受支持，应为 .xlsx 或 .csv。");
    expect(called("a.csv", "--fast")).toBe(`不认识的选项 --fast。${PLAN_USAGE}`);
    expect(called("a.csv", "--mode", "magic")).toBe("不认识的方式“magic”，应为 additions、rotation、both 之一。");
    expect(called("a.csv", "--quota", "十")).toBe("交流比例应为 0 与 1 之间的数，例如 0.1 表示 10%。");
    expect(called("a.csv", "--quota")).toBe(`选项 --quota 之后应有内容。${PLAN_USAGE}`);
    expect(called("a.csv", "--out", "b.pdf")).toBe("输出文件 b.pdf 的类型不受支持，应为 .xlsx 或 .csv。");
    expect(readPlanCall(["a.csv", "--json", "--mode=both", "--quota=0.1", "--unit-cost", "sportsArea=2", "--unit-cost=equipmentValue=0.1", "--out", "b.xlsx"]))
      .toEqual({ ok: true, call: { file: "a.csv", json: true, out: "b.xlsx", options: { mode: "both", quota: 0.1, unitCost: { sportsArea: 2, equipmentValue: 0.1 } } } });
  });
});
