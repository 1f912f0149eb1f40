import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reaches, wholeThreshold, type Amount } from "@/lib/evaluation/amounts";
import { evaluateSchool } from "@/lib/evaluation/evaluate-school";
import { ceilDivideSafe, productAtLeast, scaled } from "@/lib/evaluation/exact";
import { INDICATOR_KEYS, INDICATORS, STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { exactSchool, withAmount } from "./build";

const only = (facts: Parameters<typeof evaluateSchool>[0]) => {
  const [section] = evaluateSchool(facts);
  if (!section) throw new Error("no section");
  return section;
};
/** One base unit of the raw amount. */
const UNIT: Record<IndicatorKey, number> = { degreeTeachers: 1, backboneTeachers: 1, artsPeTeachers: 1, teachingArea: 0.01, sportsArea: 0.01, equipmentValue: 1, multimediaRooms: 1 };

describe("thresholds", () => {
  it("42 teachers for 1,000 pupils reach 4.2 and 41 do not", () => {
    expect(only(exactSchool()).atStandard.degreeTeachers).toBe(true);
    expect(only(withAmount(exactSchool(), "degreeTeachers", -1)).atStandard.degreeTeachers).toBe(false);
  });

  for (const stage of STAGES) {
    it(`the standard itself passes for all seven (${stage}); one base unit less fails that one only`, () => {
      expect(only(exactSchool(stage))).toMatchObject({ standardCount: 7, compliant: true, shortfall: {} });
      for (const key of INDICATOR_KEYS) {
        const section = only(withAmount(exactSchool(stage), key, -UNIT[key]));
        expect(section.standardCount, key).toBe(6);
        expect(section.atStandard[key], key).toBe(false);
        expect(section.shortfall, key).toEqual({ [key]: UNIT[key] });
      }
    });

    it(`exactly 85 % is at the floor (${stage}); one base unit less is not`, () => {
      for (const key of INDICATOR_KEYS) {
        // 20,000 pupils, so that 85 % is a whole number of people.
        const facts = exactSchool(stage);
        facts.students[stage] = 20_000;
        const needed = INDICATORS[key].threshold[stage] * (20_000 / INDICATORS[key].per) * 0.85;
        const has = { degreeTeachers: facts.degreeTeachers[stage], backboneTeachers: 10, artsPeTeachers: 9, teachingArea: (facts.teachingArea ?? 0) - 500, sportsArea: (facts.sportsFieldArea ?? 0) + 500, equipmentValue: (facts.equipmentValueWan ?? 0) * 10_000, multimediaRooms: facts.multimediaRooms }[key] ?? 0;
        const atFloor = withAmount(facts, key, Math.round((needed - has) * 100) / 100);
        expect(only(atFloor).atFloor[key], key).toBe(true);
        expect(only(atFloor).atStandard[key], key).toBe(false);
        expect(only(withAmount(atFloor, key, -UNIT[key])).atFloor[key], key).toBe(false);
      }
    });
  }

  it("agrees with exact rational arithmetic for any integers and any threshold of up to six decimals", () => {
    const amounts = fc.record({ quantity: fc.integer({ min: 0, max: 2_000_000_000 }), weight: fc.constantFrom(1, 5, 10, 11, 50, 55), students: fc.integer({ min: 1, max: 100_000 }), rest: fc.integer({ min: 0, max: 10_000_000 }) });
    fc.assert(fc.property(fc.constantFrom(...INDICATOR_KEYS), amounts, fc.integer({ min: 1, max: 4_000_000_000 }), fc.constantFrom(85, 100), (key, { quantity, weight, students, rest }, micro, percent) => {
      const amount: Amount = { quantity, weight, students, pool: students * weight + rest };
      const { per, baseUnits } = INDICATORS[key];
      const exact = BigInt(quantity) * BigInt(weight * per) * 100_000_000n >= BigInt(micro) * BigInt(percent) * BigInt(amount.pool) * BigInt(baseUnits);
      return reaches(key, amount, wholeThreshold(micro / 1_000_000, percent)) === exact;
    }), { numRuns: 2000 });
  });

  it("agrees at and around a tie, where doubles would err", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: -1, max: 1 }), (a, b, c, off) =>
      productAtLeast(a, b, c, a * c + off, b) === (BigInt(a) * BigInt(b) * BigInt(c) >= BigInt(a * c + off) * BigInt(b))));
  });

  it("rounds up quotients of large integers exactly", () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 1_000_000_000 }), (a, b) => {
      const exact = a <= 0 ? 0 : Number((BigInt(a) + BigInt(b) - 1n) / BigInt(b));
      return ceilDivideSafe(a, b) === exact;
    }));
  });

  it("scales decimals without the noise of a double", () => {
    expect([scaled(1.005, 100), scaled(4.35, 100), scaled(4.2, 1_000_000), scaled(0.0001, 10_000), scaled(8.67, 1_000_000)]).toEqual([101, 435, 4_200_000, 1, 8_670_000]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => scaled(cents / 100, 100) === cents && scaled(cents / 10_000, 10_000) === cents));
  });

  it("a province's own thresholds are used instead", () => {
    const thresholds = Object.fromEntries(INDICATOR_KEYS.map((key) => [key, { primary: INDICATORS[key].threshold.primary + 0.00001, junior: 1 }])) as Record<IndicatorKey, Record<"primary" | "junior", number>>;
    expect(evaluateSchool(exactSchool(), { thresholds })[0]?.standardCount).toBe(0);
  });
});

describe("shortfall", () => {
  const anySchool = fc.record({ stage: fc.constantFrom(...STAGES), students: fc.integer({ min: 1, max: 5000 }), key: fc.constantFrom(...INDICATOR_KEYS), part: fc.double({ min: 0, max: 1, noNaN: true }) });

  it("added to a single-stage school passes; one base unit less does not", () => {
    fc.assert(fc.property(anySchool, ({ stage, students, key, part }) => {
      const facts = exactSchool(stage);
      facts.students[stage] = students;
      facts[key === "degreeTeachers" || key === "backboneTeachers" || key === "artsPeTeachers" ? key : "degreeTeachers"][stage] = 0;
      facts.teachingArea = facts.indoorSportsArea = Math.round(part * 5 * students * 100) / 100;
      facts.sportsFieldArea = 0;
      if (key === "sportsArea") facts.indoorSportsArea = 0;
      facts.equipmentValueWan = Math.round(part * 0.2 * students * 10_000) / 10_000;
      facts.multimediaRooms = Math.floor(part * 0.02 * students);
      const missing = only(facts).shortfall[key];
      if (missing === undefined) return;
      expect(only(withAmount(facts, key, missing)).atStandard[key]).toBe(true);
      expect(only(withAmount(facts, key, missing - UNIT[key])).atStandard[key]).toBe(false);
    }), { numRuns: 700 });
  });

  it("of a school with two stages is the section's own share, in whole base units", () => {
    const facts = { ...exactSchool("primary"), kind: "nine_year" as const };
    facts.students.junior = 500;
    for (const key of ["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const) facts[key].junior = 50;
    facts.multimediaRooms = 31; // 20 for the primary section, 11 for the junior section
    const [primary, junior] = evaluateSchool(facts);
    expect(primary?.values.multimediaRooms).toBe(2);
    expect(primary?.shortfall.multimediaRooms).toBe(3);
    expect(junior?.values.multimediaRooms).toBeCloseTo(2.2, 12);
    expect(junior?.shortfall.multimediaRooms).toBe(1);
  });
});
