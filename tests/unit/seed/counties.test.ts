import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { toSchoolFacts } from "@/lib/filings/facts";
import { toItemFacts } from "@/lib/items/item-facts";
import { judgeCounty } from "@/lib/items/judge-county";
import { demoCounties, type DemoCounty } from "@/lib/seed/counties";
import { filingDataOf } from "@/lib/seed/facts";
import { figuresOf } from "@/lib/seed/figures";
import { files } from "@/lib/seed/filings";
import { schoolsOf } from "@/lib/seed/schools";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

function evaluated({ code, schools, profile }: DemoCounty, year: number) {
  const made = figuresOf(code, schoolsOf(code, schools, profile), profile, year)
    .filter(({ school }) => files(school))
    .map((figures) => ({ school: figures.school, data: filingDataOf(figures, profile, year) }))
    .map(({ school, data }) => ({ facts: toSchoolFacts(school, data), more: toItemFacts(data) }));
  return { evaluation: evaluateCounty(made.map(({ facts }) => facts)), items: judgeCounty(made, {}) };
}

const failingDifferentials = ({ evaluation }: ReturnType<typeof evaluated>) =>
  STAGES.flatMap((stage) => INDICATOR_KEYS.filter((key) => evaluation.stages[stage]?.indicators[key].cvPass === false).map((key) => `${stage}.${key}`));

describe("演示县 against the standard", async () => {
  const counties = await demoCounties();
  const county = (code: string) => {
    const found = counties.find((one) => one.code === code);
    if (!found) throw new Error(code);
    return found;
  };

  it("崇明 meets it in 2024 and 2025, in every school and differential", () => {
    for (const year of [2024, 2025]) {
      const result = evaluated(county("310151"), year);
      expect(result.evaluation.verdict.resourceAllocation).toBe(true);
      expect(result.items.filter(({ met }) => met === false)).toEqual([]);
    }
  });

  it("西吉 has one differential a little over 0.50 in 2025, and a dozen or two sections below the rule", () => {
    const result = evaluated(county("640422"), 2025);
    const { sections, stages } = result.evaluation;
    const cv = stages.primary?.indicators.backboneTeachers.cv ?? 0;
    expect(failingDifferentials(result)).toEqual(["primary.backboneTeachers"]);
    expect(cv > 0.5 && cv < 0.52).toBe(true);
    const below = sections.filter(({ compliant }) => !compliant).length;
    expect(below >= 10 && below <= 24).toBe(true);
  });

  it("登封 is on its way: better every year, not there yet", () => {
    const shares = [2024, 2025, 2026].map((year) => {
      const { evaluation } = evaluated(county("410185"), year);
      expect(evaluation.verdict.resourceAllocation).toBe(false);
      return evaluation.sections.filter(({ compliant }) => compliant).length / evaluation.sections.length;
    });
    expect([...shares].sort()).toEqual(shares);
  });

  it("30 % of the counties of 山东 meet schools, differentials and items in 2025 (seed: S1)", () => {
    const shandong = counties.filter(({ code }) => code.startsWith("37"));
    const met = shandong.filter((one) => one.profile.failing === 0 && one.profile.itemTrouble === 0);
    expect(met).toHaveLength(Math.round(shandong.length * 0.3));
    for (const one of met.slice(0, 12)) expect(evaluated(one, 2025).evaluation.verdict.resourceAllocation, one.code).toBe(true);
  });
});
