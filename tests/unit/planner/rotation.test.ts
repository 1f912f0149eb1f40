import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { applyPlan } from "@/lib/evaluation/planner/apply-plan";
import { planCounty, type PlanOptions } from "@/lib/evaluation/planner/plan-county";
import type { CountyPlan } from "@/lib/evaluation/planner/plan-types";
import { TEACHER_KEYS } from "@/lib/evaluation/planner/units";
import { unevenCounty } from "@/scripts/bench/planner-county";
import { withAmount } from "../evaluation/build";
import { HIRE, leastRotationByTrying } from "./by-trying";
import { wellOff } from "./small-counties";

async function plan(schools: readonly SchoolFacts[], options: PlanOptions = {}): Promise<CountyPlan> {
  const outcome = await planCounty(schools, { mode: "rotation", ...options });
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.plan;
}

const count = (items: readonly { count: number }[]): number => items.reduce((sum, item) => sum + item.count, 0);
const hired = ({ additions }: CountyPlan): number => additions.reduce((sum, { amount }) => sum + amount, 0);

/** Three schools, poor and rich in teachers. */
const uneven = fc.array(fc.record({ pupils: fc.integer({ min: 60, max: 200 }), changes: fc.tuple(...TEACHER_KEYS.map(() => fc.integer({ min: -2, max: 5 }))), rooms: fc.constantFrom(0, 0, -1) }), { minLength: 2, maxLength: 3 })
  .map((schools) => schools.map(({ pupils, changes, rooms }, index) => {
    let facts = wellOff(`21000000${String(index).padStart(2, "0")}`, "primary", pupils, 1);
    for (const [at, key] of TEACHER_KEYS.entries()) facts = withAmount(facts, key, Math.max(changes[at] ?? 0, -(facts[key].primary ?? 0)));
    return withAmount(facts, "multimediaRooms", rooms);
  }));

describe("the fewest moves", () => {
  it("are as few as trying finds, and hire nobody where moves can do it", async () => {
    let [moving, hiring] = [0, 0];
    await fc.assert(fc.asyncProperty(uneven, async (schools) => {
      const found = await plan(schools);
      if (hired(found) > 4) return;
      const least = leastRotationByTrying(schools, "primary", hired(found));
      expect(hired(found)).toBe(Math.floor(least / HIRE));
      if (hired(found) === 0) {
        expect(count(found.moves)).toBe(least % HIRE);
        expect(found.proof.gap).toBe(0);
      } else expect(count(found.moves)).toBeGreaterThanOrEqual(least % HIRE);
      if (hired(found) > 0) hiring += 1;
      else if (found.moves.length > 0) moving += 1;
    }), { numRuns: 120 });
    expect(moving).toBeGreaterThan(10);
    expect(hiring).toBeGreaterThan(10);
  }, 180_000);

  it("are proven where the solver needs no branching at all", async () => {
    const school = (code: string, pupils: number, backbone: number, artsPe: number) => {
      const facts = wellOff(code, "primary", pupils);
      return withAmount(withAmount(facts, "backboneTeachers", backbone - (facts.backboneTeachers.primary ?? 0)), "artsPeTeachers", artsPe - (facts.artsPeTeachers.primary ?? 0));
    };
    const schools = [school("2100000000", 192, 3, 3), school("2100000001", 68, 6, 0)];
    const found = await plan(schools);
    expect(count(found.moves)).toBe(leastRotationByTrying(schools, "primary", 0));
    expect(found.proof).toMatchObject({ lowerBound: count(found.moves), gap: 0 });
  });

  it("leave every donor its own standard, keep to the stage and never pass the quota", async () => {
    const schools = unevenCounty(0, 60);
    const degree = schools.reduce((sum, facts) => sum + (facts.degreeTeachers.primary ?? 0) + (facts.degreeTeachers.junior ?? 0), 0);
    const found = await plan(schools, { quota: 0.03 });
    expect(count(found.moves)).toBeLessThanOrEqual(Math.floor(degree * 0.03));
    const after = new Map(evaluateCounty(applyPlan(schools, found)).sections.map((section) => [`${section.code}:${section.stage}`, section]));
    for (const { from, to, stage, indicator } of found.moves) {
      expect(after.get(`${from}:${stage}`)?.atStandard[indicator]).toBe(true);
      expect(after.get(`${to}:${stage}`)?.atFloor[indicator]).toBe(true);
    }
    for (const stage of Object.values(found.after.stages)) for (const key of TEACHER_KEYS) expect(stage.indicators[key].cvPass).toBe(true);
    expect(found.proof.lowerBound + found.proof.gap).toBe(found.cost);
  }, 60_000);

  it("stay within a 共同体 where that costs no further move", async () => {
    const rich = (code: string) => withAmount(wellOff(code, "primary", 200), "backboneTeachers", 2);
    const poor = (code: string) => withAmount(wellOff(code, "primary", 200), "backboneTeachers", -2);
    const schools = [rich("2100000001"), rich("2100000002"), poor("2100000003"), poor("2100000004")];
    const groups = new Map([["2100000001", "东"], ["2100000004", "东"], ["2100000002", "西"], ["2100000003", "西"]]);
    const { moves } = await plan(schools, { groups });
    expect(moves.length).toBeGreaterThan(0);
    for (const { from, to } of moves) expect(groups.get(from)).toBe(groups.get(to));
  });

  it("come first where both are asked for, and the rest is added", async () => {
    const schools = unevenCounty(0, 40);
    const found = await plan(schools, { mode: "both" });
    expect(evaluateCounty(applyPlan(schools, found)).verdict.resourceAllocation).toBe(true);
    expect(found.moves.length).toBeGreaterThan(0);
    const alone = await plan(schools, { mode: "additions" });
    const teachers = ({ additions }: CountyPlan) => additions.filter(({ indicator }) => TEACHER_KEYS.some((key) => key === indicator)).reduce((sum, { amount }) => sum + amount, 0);
    expect(teachers(found)).toBeLessThan(teachers(alone));
  }, 60_000);
});
