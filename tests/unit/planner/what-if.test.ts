import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { planCounty } from "@/lib/evaluation/planner/plan-county";
import { spreadOverYears } from "@/lib/evaluation/planner/spread-years";
import { DEFAULT_UNIT_COST } from "@/lib/evaluation/planner/units";
import { whatIf, type Change } from "@/lib/evaluation/planner/what-if";
import { unevenCounty } from "@/scripts/bench/planner-county";
import { county } from "../evaluation/build";
import { sharedSchool, wellOff } from "./small-counties";

const SCHOOLS = [wellOff("2100000001", "primary", 400), wellOff("2100000002", "primary", 200), sharedSchool("2100000003", "nine_year", 300, 300, 0)];
const pupils = (schools: readonly SchoolFacts[], stage: "primary" | "junior") => schools.reduce((sum, facts) => sum + (facts.students[stage] ?? 0), 0);
const schoolOf = (schools: readonly SchoolFacts[], code: string) => schools.find((facts) => facts.code === code);

describe("what if", () => {
  it("changes nothing without assumptions, and never the county that it is given", () => {
    fc.assert(fc.property(county(), (schools) => {
      const before = structuredClone(schools);
      expect(whatIf(schools, []).after).toEqual(evaluateCounty(schools));
      whatIf(schools, [{ kind: "growth", stage: "primary", factor: 1.3 }]);
      expect(schools).toEqual(before);
    }), { numRuns: 30 });
  });

  it("counts enrolment, growth, a new school, a merger and a boarding extension", () => {
    const changes: Change[] = [
      { kind: "enrolment", code: "2100000001", stage: "primary", students: 500 },
      { kind: "growth", stage: "junior", factor: 1.1 },
      { kind: "newSchool", school: wellOff("2100000009", "primary", 100), from: [{ code: "2100000001", students: { primary: 150 } }] },
      { kind: "merger", code: "2100000002", into: "2100000003", keepsPremises: true },
      { kind: "boarding", code: "2100000003", from: [{ code: "2100000001", students: { primary: 50 } }], multimediaRooms: 3 },
    ];
    const { schools, after, refused } = whatIf(SCHOOLS, changes);
    expect(refused).toEqual([]);
    expect(schools.map(({ code, students }) => [code, students.primary, students.junior])).toEqual([["2100000001", 300, null], ["2100000003", 550, 330], ["2100000009", 250, null]]);
    const [host, closed, merged] = [SCHOOLS[2], SCHOOLS[1], schoolOf(schools, "2100000003")];
    expect(merged?.multimediaRooms).toBe((host?.multimediaRooms ?? 0) + (closed?.multimediaRooms ?? 0) + 3);
    expect(merged?.degreeTeachers.primary).toBe((host?.degreeTeachers.primary ?? 0) + (closed?.degreeTeachers.primary ?? 0));
    expect(after).toEqual(evaluateCounty(schools));
  });

  it("leaves premises behind where they are given up, and moves no pupil away from the county", () => {
    const { schools } = whatIf(SCHOOLS, [{ kind: "merger", code: "2100000002", into: "2100000001", keepsPremises: false }]);
    expect(schoolOf(schools, "2100000001")?.teachingArea).toBe(SCHOOLS[0]?.teachingArea);
    expect(pupils(schools, "primary")).toBe(pupils(SCHOOLS, "primary"));
  });

  it("refuses what cannot be, whole and by name", () => {
    const { schools, refused } = whatIf(SCHOOLS, [
      { kind: "boarding", code: "2100000002", from: [{ code: "2100000001", students: { primary: 10 } }, { code: "2100000003", students: { primary: 999 } }] },
      { kind: "merger", code: "2100000003", into: "2100000001", keepsPremises: true },
      { kind: "enrolment", code: "2199999999", stage: "primary", students: 10 },
      { kind: "enrolment", code: "2100000001", stage: "primary", students: -5 },
    ]);
    expect(schools).toEqual(SCHOOLS);
    expect(refused).toEqual([
      "学校2100000003没有 999 名学生可以转出，这项假设没有计入。",
      "学校2100000001没有学校2100000003的学段，这项假设没有计入。",
      "没有标识码为 2199999999 的学校，这项假设没有计入。",
      "学校2100000001的在校生数应为不小于 0 的整数，这项假设没有计入。",
    ]);
  });

  it("keeps what is not filled in unknown", () => {
    const gap = { ...wellOff("2100000001", "primary", 100), multimediaRooms: null };
    expect(whatIf([gap], [{ kind: "boarding", code: "2100000001", from: [], multimediaRooms: 3 }]).after.verdict.resourceAllocation).toBeNull();
  });
});

describe("a plan over the years", () => {
  it("spends no more than the budget, loses no step, and ends at the plan where the budget is enough", async () => {
    const schools = unevenCounty(0, 30);
    const outcome = await planCounty(schools);
    if (!outcome.ok) throw new Error(outcome.message);
    const { plan } = outcome;
    const spread = (yearlyBudget: number) => {
      const path = spreadOverYears(schools, plan, { from: 2026, to: 2030, yearlyBudget, unitCost: DEFAULT_UNIT_COST });
      if (!path.ok) throw new Error(path.message);
      return path.path;
    };
    const whole = spread(plan.cost / 4.9);
    expect(whole.reached).toBe(true);
    expect(whole.years.at(-1)?.standing.resourceAllocation).toBe(true);
    expect(whole.sentence).toMatch(/^按每年 .* 的预算，20(29|30) 年资源配置达标。$/);
    for (const [at] of whole.years.entries()) expect(whole.years.slice(0, at + 1).reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual((plan.cost / 4.9) * (at + 1) + 1e-6);
    expect(whole.years.reduce((sum, { cost }) => sum + cost, 0)).toBeCloseTo(plan.cost, 6);
    const poor = spread(plan.cost / 20);
    expect(poor.reached).toBe(false);
    expect(poor.leftCost).toBeGreaterThan(plan.cost * 0.7);
    expect(poor.sentence).toContain("到 2030 年不能达标");
  }, 30_000);
});
