import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastLevel } from "@/lib/evaluation/planner/level";
import { evenest, leastWholeSteps } from "@/lib/evaluation/planner/whole-steps";

const cvOf = (amounts: ArrayLike<number>, students: ArrayLike<number>): number => {
  const pairs = Array.from(amounts, (amount, i) => [amount, students[i] ?? 1] as const);
  const [pupils, sum] = [pairs.reduce((all, [, n]) => all + n, 0), pairs.reduce((all, [x]) => all + x, 0)];
  const mean = sum / pupils;
  return Math.sqrt(pairs.reduce((all, [x, n]) => all + n * (x / n - mean) ** 2, 0) / pupils) / mean;
};

const sections = fc.array(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 1, max: 300 })), { minLength: 2, maxLength: 4 });
const split = (pairs: readonly (readonly [number, number])[]) => ({ students: Float64Array.from(pairs, ([n]) => n), floors: Float64Array.from(pairs, ([, x]) => x) });

describe("the least level", () => {
  it("holds the limit, and exactly where it binds", () => {
    fc.assert(fc.property(sections, fc.constantFrom(0.45, 0.5, 0.2), (pairs, limit) => {
      const { students, floors } = split(pairs);
      const { level, total } = leastLevel(floors, students, limit);
      const amounts = floors.map((floor, i) => Math.max(floor, level * (students[i] ?? 1)));
      expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total, 6);
      if (level === 0) expect(cvOf(floors, students)).toBeLessThanOrEqual(limit + 1e-9);
      else expect(cvOf(amounts, students)).toBeCloseTo(limit, 6);
    }));
  });

  it("is beaten by no random plan within the limit, and its prices bound every one of them", () => {
    fc.assert(fc.property(sections, fc.array(fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 4, maxLength: 4 }), { minLength: 30, maxLength: 30 }), (pairs, tries) => {
      const { students, floors } = split(pairs);
      const { total, prices } = leastLevel(floors, students, 0.3);
      for (const factors of tries) {
        const amounts = floors.map((floor, i) => floor + (factors[i] ?? 0) * (students[i] ?? 1));
        if (cvOf(amounts, students) > 0.3) continue;
        const sum = amounts.reduce((all, amount) => all + amount, 0);
        expect(sum).toBeGreaterThanOrEqual(total * (1 - 1e-9));
        expect(sum * (1 + 1e-9)).toBeGreaterThanOrEqual(amounts.reduce((all, amount, i) => all + amount * (prices[i] ?? 0), 0));
      }
    }));
  });
});

describe("whole steps", () => {
  const few = fc.array(fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 0, max: 14 })), { minLength: 2, maxLength: 3 });
  function* ways(places: number, total: number): Generator<number[]> {
    if (places === 1) yield [total];
    else for (let own = 0; own <= total; own += 1) for (const rest of ways(places - 1, total - own)) yield [own, ...rest];
  }

  it("are as few as trying every distribution finds", () => {
    let raised = 0;
    fc.assert(fc.property(few, (pairs) => {
      const { students, floors: base } = split(pairs);
      if (base.every((amount) => amount === 0)) return;
      const within = (steps: ArrayLike<number>) => cvOf(base.map((amount, i) => amount + (steps[i] ?? 0)), students) <= 0.4 + 1e-12;
      const found = leastWholeSteps(base, new Float64Array(base.length), students, 0.4, within);
      const total = found?.reduce((sum, step) => sum + step, 0) ?? -1;
      expect(found && within(found)).toBe(true);
      if (total > 0) raised += 1;
      for (let fewer = 0; fewer < total; fewer += 1) for (const way of ways(base.length, fewer)) expect(within(way)).toBe(false);
    }), { numRuns: 300 });
    expect(raised).toBeGreaterThan(50);
  });

  it("of a fixed total are spread as evenly as trying finds", () => {
    fc.assert(fc.property(few, fc.integer({ min: 0, max: 12 }), (pairs, more) => {
      const { students, floors: least } = split(pairs);
      const total = least.reduce((sum, own) => sum + own, 0) + more;
      const squares = (amounts: ArrayLike<number>) => Array.from(amounts).reduce((sum, amount, i) => sum + (amount * amount) / (students[i] ?? 1), 0);
      const found = evenest(least, students, total) ?? [];
      for (const way of ways(least.length, more)) expect(squares(found)).toBeLessThanOrEqual(squares(least.map((own, i) => own + (way[i] ?? 0))) + 1e-9);
      expect(evenest(least, students, total - more - 1)).toBeNull();
    }));
  });
});
