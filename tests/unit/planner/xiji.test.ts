import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { planCounty } from "@/lib/evaluation/planner/plan-county";
import { baseTableRows } from "@/lib/exchange/write-table";
import { parseBaseTable } from "@/lib/exchange/base-table";
import { xijiFacts } from "./xiji";

describe("西吉县's demonstration data", async () => {
  const schools = await xijiFacts(2026);

  it("fails as it stands, and passes after the least additions, proven to be the least", async () => {
    expect(evaluateCounty(schools).verdict.resourceAllocation).toBe(false);
    const outcome = await planCounty(schools);
    if (!outcome.ok) throw new Error(outcome.message);
    const { additions, cost, proof, reasons } = outcome.plan;
    expect(evaluateCounty(applyPlan(schools, outcome.plan)).verdict.resourceAllocation).toBe(true);
    expect(additions.length).toBeGreaterThan(5);
    expect(proof).toEqual({ lowerBound: cost, gap: 0, unit: "cost" });
    expect(reasons.at(-1)).toMatch(/^已证明：按所给的单位成本，增补成本不能少于 [\d,.]+，本方案正是最少。$/);
  }, 30_000);

  it("needs fewer additions once teachers have moved, and passes when its table is written and read again", async () => {
    const [alone, both] = [await planCounty(schools), await planCounty(schools, { mode: "both", quota: 0.1 })];
    if (!alone.ok || !both.ok) throw new Error("no plan");
    expect(both.plan.moves.length).toBeGreaterThan(0);
    expect(both.plan.cost).toBeLessThan(alone.plan.cost);
    const { schools: again, problems } = parseBaseTable(baseTableRows(applyPlan(schools, both.plan), null));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(evaluateCounty(again).verdict.resourceAllocation).toBe(true);
  }, 30_000);
});
