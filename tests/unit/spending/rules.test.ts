import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSpending, hundredths, spendingSentence } from "@/lib/spending/rules";

describe("两个只增不减", () => {
  it("compares to the hundredth, equal is kept, a gap is never a pass", () => {
    const rows = checkSpending([{ year: 2025, totalWan: "100.10", perPupil: "9000" }, { year: 2024, totalWan: "100.1", perPupil: "9000.01" }, { year: 2022, totalWan: "1", perPupil: "1" }]);
    expect(rows.map(({ year, total, pupil, both }) => [year, total, pupil, both])).toEqual([[2022, "open", "open", "open"], [2024, "open", "open", "open"], [2025, "kept", "fell", "fell"]]);
    expect(spendingSentence("甲县", rows)).toEqual({ tone: "fail", text: "甲县 2025—2025 年“两个只增不减”没有全部落实：2025 年生均比上年减少。" });
    expect(spendingSentence("甲县", checkSpending([])).tone).toBe("neutral");
  });
  it("any series that never falls is kept throughout, any that falls once is not", () => {
    const steps = fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(steps, (changes) => {
      let at = 100_000;
      const values = [at, ...changes.map((change) => (at += change))];
      const rows = checkSpending(values.map((value, index) => ({ year: 2015 + index, totalWan: (value / 100).toFixed(2), perPupil: "1" })));
      expect(rows.slice(1).map((row) => row.total)).toEqual(changes.map((change) => (change < 0 ? "fell" : "kept")));
      expect(rows[0]?.both).toBe("open");
    }));
    expect([hundredths("0.1"), hundredths("12"), hundredths("12.345")]).toEqual([10n, 1200n, 1234n]);
  });
});
