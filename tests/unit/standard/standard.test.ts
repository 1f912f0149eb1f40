import { describe, expect, it } from "vitest";
import { CV_LIMIT, INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM, VETO_ITEMS } from "@/lib/standard/items";
import { SCHOOL_KINDS, stagesOf } from "@/lib/standard/school-kinds";

describe("the standard as data", () => {
  it("has the seven indicators in order with the official thresholds", () => {
    expect(INDICATOR_KEYS.map((key) => INDICATORS[key].number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(INDICATOR_KEYS.map((key) => INDICATORS[key].threshold.primary)).toEqual([4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3]);
    expect(INDICATOR_KEYS.map((key) => INDICATORS[key].threshold.junior)).toEqual([5.3, 1, 0.9, 5.8, 10.2, 2500, 2.4]);
    expect(CV_LIMIT).toEqual({ primary: 0.5, junior: 0.45 });
  });

  it("has 15 + 9 + 1 further items and 6 vetoes, each with a key of its own", () => {
    expect([GOVERNMENT_ITEMS.length, QUALITY_ITEMS.length, VETO_ITEMS.length]).toEqual([15, 9, 6]);
    const keys = [...GOVERNMENT_ITEMS, ...QUALITY_ITEMS, ...VETO_ITEMS, RECOGNITION_ITEM].map(({ key }) => key);
    expect(new Set(keys).size).toBe(31);
  });

  it("assesses the compulsory stages of each kind of school", () => {
    expect(Object.fromEntries(SCHOOL_KINDS.map((kind) => [kind, stagesOf(kind).length]))).toEqual({ primary: 1, junior: 1, nine_year: 2, twelve_year: 2, complete_secondary: 1, teaching_point: 1, special: 0, vocational: 0 });
  });
});
