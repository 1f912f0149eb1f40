import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { INDICATOR_KEYS, INDICATORS, STAGES } from "@/lib/standard/indicators";
import { refuseOverride, resolveThresholds, type ThresholdOverride } from "@/lib/standard/thresholds";

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
