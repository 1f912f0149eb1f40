import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { formatCv, formatShare, formatShortfall, formatThreshold, formatValue } from "@/lib/evaluation/format";
import { CV_LIMIT, FLOOR_RATIO, INDICATOR_KEYS, INDICATORS, STAGES } from "@/lib/standard/indicators";
import { county } from "./build";

const figure = (text: string) => Number(text.replaceAll(",", ""));

describe("printed figures", () => {
  it("print as the standard asks", () => {
    expect(formatCv(0.5004, 0.5)).toBe("0.501");
    expect(formatCv(0.500000001, 0.5)).toBe("0.501");
    expect(formatCv(0.4501, 0.45)).toBe("0.451");
    expect(formatCv(0.4994, 0.5)).toBe("0.499");
    expect(formatValue("degreeTeachers", 4.196, 4.2)).toBe("4.19");
    expect(formatValue("degreeTeachers", 4.2, 4.2)).toBe("4.20");
    expect(formatValue("degreeTeachers", 4.1999999999, 4.2)).toBe("4.19");
    expect(formatValue("degreeTeachers", 3.566, 4.2)).toBe("3.56");
    expect(formatValue("degreeTeachers", 3.57, 4.2)).toBe("3.57");
    expect(formatValue("degreeTeachers", 4.505, 5.3)).toBe("4.51");
    expect(formatValue("equipmentValue", 1999.999, 2000)).toBe("1,999.99");
    expect([formatThreshold(4.2), formatThreshold(2000), formatThreshold(4.7145), formatThreshold(3.8324999)]).toEqual(["4.2", "2,000", "4.7145", "3.8325"]);
    expect(formatShortfall("sportsArea", 1214.5)).toBe("还差 1,214.50 ㎡");
    expect(formatShortfall("degreeTeachers", 6)).toBe("还差 6 人");
  });

  it("of a coefficient are on the same side of the limit as the coefficient", () => {
    const near = fc.tuple(fc.constantFrom(CV_LIMIT.primary, CV_LIMIT.junior), fc.double({ min: -0.002, max: 0.002, noNaN: true }));
    fc.assert(fc.property(near, ([limit, off]) => (figure(formatCv(limit + off, limit)) <= limit) === (limit + off <= limit)), { numRuns: 2000 });
  });

  it("of a value are on the same side of the standard and of the floor as the value", () => {
    fc.assert(fc.property(fc.constantFrom(...INDICATOR_KEYS), fc.constantFrom(...STAGES), fc.constantFrom(1, FLOOR_RATIO), fc.double({ min: -0.02, max: 0.02, noNaN: true }), (key, stage, part, off) => {
      const threshold = INDICATORS[key].threshold[stage];
      const value = Math.max(threshold * part + off, 0);
      if (value < threshold) expect(figure(formatValue(key, value, threshold))).toBeLessThan(threshold);
      else expect(figure(formatValue(key, value, threshold))).toBeGreaterThanOrEqual(threshold);
      const floor = Math.round(threshold * 85 * 1e6) / 1e8;
      expect(figure(formatValue(key, value, threshold)) < floor).toBe(value < floor);
    }), { numRuns: 3000 });
  });

  it("never contradict the verdicts of a whole county", () => {
    fc.assert(fc.property(county(), (schools) => {
      const { sections, stages } = evaluateCounty(schools);
      for (const section of sections) for (const key of INDICATOR_KEYS) {
        const threshold = INDICATORS[key].threshold[section.stage];
        expect(figure(formatValue(key, section.values[key] ?? 0, threshold)) >= threshold).toBe(section.atStandard[key]);
      }
      for (const stage of STAGES) for (const key of INDICATOR_KEYS) {
        const outcome = stages[stage]?.indicators[key];
        if (outcome?.cv != null) expect(figure(formatCv(outcome.cv, outcome.cvLimit)) <= outcome.cvLimit).toBe(outcome.cvPass);
      }
    }), { numRuns: 300 });
  });
});

describe("formatShare", () => {
  it("rounds half up to one decimal, and names neither all nor nothing what is not", () => {
    expect([formatShare(5, 44), formatShare(16, 117), formatShare(2502, 3680), formatShare(1, 16), formatShare(0.1995), formatShare(1, 2859), formatShare(2858, 2859), formatShare(0, 7), formatShare(7, 7), formatShare(1, 0)])
      .toEqual(["11.4%", "13.7%", "68.0%", "6.3%", "20.0%", "不足 0.1%", "99.9%", "0.0%", "100.0%", "—"]);
  });

  it("lies within half of a tenth of the share, 100.0% of all alone and 0.0% of nothing alone", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000), (whole, some) => {
      const part = some % (whole + 1);
      const text = formatShare(part, whole);
      expect(text === "100.0%").toBe(part === whole);
      expect(text === "0.0%").toBe(part === 0);
      if (text === "不足 0.1%") {
        expect(part * 2000).toBeLessThan(whole);
        return;
      }
      const tenths = Math.round(Number(text.slice(0, -1)) * 10);
      // tenths − ½ ≤ 1000 part ÷ whole < tenths + ½, by whole numbers; what is capped at 99.9% lies above
      expect((2 * tenths - 1) * whole).toBeLessThanOrEqual(2000 * part);
      if (tenths !== 999) expect(2000 * part).toBeLessThan((2 * tenths + 1) * whole);
    }));
  });
});
