import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { EvaluationOptions } from "@/lib/evaluation/evaluate-school";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { planCounty } from "@/lib/evaluation/planner/plan-county";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { unevenCounty } from "@/scripts/bench/planner-county";
import { county } from "../evaluation/build";

const RAISED = { ...NATIONAL_STANDARD.thresholds, multimediaRooms: { primary: 2.75, junior: 2.9 }, degreeTeachers: { primary: 5, junior: 6.1 } };
const STANDARDS: Record<string, EvaluationOptions> = {
  "thresholds raised by a province": { thresholds: RAISED },
  "values that decide as they are printed": { readings: { ...DEFAULT_READINGS, rounding: "rounded" } },
  "small 教学点 merged into their 中心校": { readings: { ...DEFAULT_READINGS, smallTeachingPoints: "merged" } },
  "a tighter limit": { cvLimit: { primary: 0.3, junior: 0.25 } },
};

describe.each(Object.entries(STANDARDS))("a plan by %s", (_name, evaluation) => {
  it("passes by the same standard, for any county", async () => {
    await fc.assert(fc.asyncProperty(county(undefined, 5), async (schools) => {
      const linked = schools.map((facts) => (facts.kind === "teaching_point" ? { ...facts, students: { ...facts.students, primary: 40 }, parentCode: schools.find(({ kind }) => kind === "primary")?.code ?? null } : facts));
      if (evaluateCounty(linked, evaluation).sections.length === 0) return;
      const outcome = await planCounty(linked, { evaluation });
      if (!outcome.ok) throw new Error(outcome.message);
      expect(evaluateCounty(applyPlan(linked, outcome.plan), evaluation).verdict.resourceAllocation).toBe(true);
    }), { numRuns: 15 });
  }, 120_000);

  it("moves teachers by it, too", async () => {
    const outcome = await planCounty(unevenCounty(0, 24), { evaluation, mode: "both" });
    expect(outcome.ok && outcome.plan.after.verdict.resourceAllocation).toBe(true);
  }, 60_000);
});
