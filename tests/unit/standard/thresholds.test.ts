import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDICATOR_KEYS, INDICATORS, STAGES } from "@/lib/standard/indicators";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { choicesInForce, READING_KEYS, readingSpec, type ReadingChoice } from "@/lib/standard/readings";
import { storedReadings } from "@/lib/standard/schema";
import { refuseOverride, refuseThroughout, resolveThresholds, type ThresholdOverride } from "@/lib/standard/thresholds";

const override = (part: Partial<ThresholdOverride>): ThresholdOverride => ({ divisionCode: "64", indicator: "teachingArea", stage: "primary", value: 5, basis: "某文件", validFrom: "2024-01-01", validTo: null, ...part });

describe("layered thresholds", () => {
  it("lets a province raise, its city raise further, and reaches only what lies below", () => {
    const rows = [override({ divisionCode: "6404", value: 5.5 }), override({})];
    expect(resolveThresholds(rows, "640422", "2025-09-01").teachingArea).toEqual({ primary: 5.5, junior: 5.8 });
    expect(resolveThresholds(rows, "640121", "2025-09-01").teachingArea.primary).toBe(5);
    expect(resolveThresholds(rows, "370102", "2025-09-01").teachingArea.primary).toBe(4.5);
  });

  it("counts only on the days it is valid", () => {
    const rows = [override({ validFrom: "2025-01-01", validTo: "2025-12-31" })];
    expect(["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"].map((day) => resolveThresholds(rows, "640422", day).teachingArea.primary)).toEqual([4.5, 5, 5, 4.5]);
  });

  it("never falls below the level above, whatever the rows say", () => {
    const row = fc.record({ divisionCode: fc.constantFrom("64", "6404"), indicator: fc.constantFrom(...INDICATOR_KEYS), stage: fc.constantFrom(...STAGES), value: fc.double({ min: 0, max: 4000, noNaN: true }) });
    fc.assert(fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
      const resolved = resolveThresholds(rows.map(override), "640422", "2025-09-01");
      for (const key of INDICATOR_KEYS) for (const stage of STAGES) expect(resolved[key][stage]).toBeGreaterThanOrEqual(INDICATORS[key].threshold[stage]);
    }));
  });

  it("says why a lowering is refused", () => {
    expect(refuseOverride(resolveThresholds([], "64", "2025-09-01"), override({ value: 4.4 }))).toContain("不能低于上级标准 4.5");
    expect(refuseOverride(resolveThresholds([], "64", "2025-09-01"), override({ value: 4.5 }))).toBeNull();
  });
});

describe("an entry over the time that it is to hold", () => {
  it("is held against what begins above it meanwhile, and against nothing outside its days", () => {
    const above = [override({ value: 5, validFrom: "2025-01-01", validTo: "2026-12-31" })];
    const entry = (validFrom: string, validTo: string | null, value = 4.8) => override({ divisionCode: "6404", value, validFrom, validTo });
    expect(refuseThroughout(above, entry("2024-01-01", null))).toContain("不能低于上级标准 5");
    expect(refuseThroughout(above, entry("2024-01-01", "2024-12-31"))).toBeNull();
    expect(refuseThroughout(above, entry("2027-01-01", null))).toBeNull();
    expect(refuseThroughout(above, entry("2024-01-01", null, 5))).toBeNull();
    expect(refuseThroughout([], entry("2024-01-01", null, 4.4999))).toContain("不能低于上级标准 4.5");
  });
});

describe("chosen readings", () => {
  const choice = (part: Partial<ReadingChoice>): ReadingChoice => ({ divisionCode: "64", reading: "rounding", value: "rounded", validFrom: "2025-01-01", validTo: null, ...part });
  const value = (rows: ReadingChoice[], code = "640422", day = "2025-09-01") => choicesInForce(rows, code, day).rounding?.value;

  it("bind those below: the level above wins, whatever was entered first", () => {
    expect(value([choice({ divisionCode: "6404", value: "unrounded" }), choice({})])).toBe("rounded");
    expect(value([choice({ divisionCode: "6404" })])).toBe("rounded");
    expect(value([choice({ divisionCode: "6404" })], "640121")).toBeUndefined();
  });
  it("hold on their days; of one place's the later one, and none that is no option", () => {
    expect([value([choice({})], "64", "2024-12-31"), value([choice({ validTo: "2025-08-31" })])]).toEqual([undefined, undefined]);
    expect(value([choice({}), choice({ value: "unrounded", validFrom: "2025-06-01" })])).toBe("unrounded");
    expect(value([choice({ value: "upwards" })])).toBeUndefined();
  });
  it("have a default that is their first option, each with a label", () => {
    for (const key of READING_KEYS) expect([readingSpec(key).default, DEFAULT_READINGS[key]]).toEqual([readingSpec(key).options[0]?.value, readingSpec(key).default]);
    expect(storedReadings.parse({})).toEqual(DEFAULT_READINGS);
    for (const key of READING_KEYS) for (const option of readingSpec(key).options) expect(storedReadings.safeParse({ [key]: option.value }).success).toBe(true);
  });
});
