import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actualText, measureOf, MEASURES } from "@/lib/targets/measures";
import { judgeTargets } from "@/lib/targets/judge-targets";
import { daysToYearEnd, forecastYear, isLate, outcomeOf, progressOf, shareOutcome, shareText, type CountyStanding } from "@/lib/targets/rules";

const none: CountyStanding = { targetYear: null, draft: false, planYear: null, verdict: false, points: [], targets: [], lateMilestones: 0 };
const measure = (key: string) => { const found = measureOf(key); if (!found) throw new Error(key); return found; };

describe("a target against its figure", () => {
  it("what is not known is never met and never zero; the limit itself passes", () => {
    fc.assert(fc.property(fc.constantFrom("atLeast" as const, "atMost" as const), fc.double({ noNaN: true, min: 0, max: 1000 }), fc.double({ noNaN: true, min: 0, max: 1000 }), (direction, target, actual) => {
      expect(outcomeOf(target, null, direction)).toBe("open");
      expect(outcomeOf(target, Number.NaN, direction)).toBe("open");
      expect(outcomeOf(target, target, direction)).toBe("met");
      expect(outcomeOf(target, actual, direction) === "met").toBe(direction === "atLeast" ? actual >= target : actual <= target);
    }));
    expect(outcomeOf(0, null, "atLeast")).toBe("open");
  });
  it("prints nothing as reaching what it misses", () => {
    expect(actualText(measure("satisfaction"), 84.96, 85)).toBe("84.9%");
    expect(actualText(measure("cv.primary.backboneTeachers"), 0.5004, 0.5)).toBe("0.501");
    expect(actualText(measure("schools"), null, 10)).toBe("—");
    expect(new Set(MEASURES.map((one) => one.key)).size).toBe(17);
    expect(judgeTargets([{ year: 2025, measure: "left-the-catalogue", target: 1, actual: 1 }])).toEqual([]);
  });
});

describe("the pace", () => {
  it("is a forecast from whole years only", () => {
    expect(forecastYear([{ year: 2024, share: 0.7 }, { year: 2025, share: 0.8 }])).toBe(2027);
    expect(forecastYear([{ year: 2023, share: 0.5 }, { year: 2024, share: null }, { year: 2025, share: 0.6 }])).toBe(2033);
    expect(forecastYear([{ year: 2024, share: 0.8 }, { year: 2025, share: 0.8 }])).toBeNull();
    expect(forecastYear([{ year: 2025, share: 0.9 }, { year: 2026, share: null }])).toBeNull();
    expect(forecastYear([{ year: 2025, share: 1 }])).toBe(2025);
    expect(forecastYear([])).toBeNull();
  });
  it("never lies before the last known year, and a quicker pace is never later", () => {
    const share = fc.integer({ min: 0, max: 999 }).map((n) => n / 1000);
    fc.assert(fc.property(share, share, share, (start, one, two) => {
      const [slow, quick] = [Math.min(one, two), Math.max(one, two)];
      const [late, soon] = [slow, quick].map((end) => forecastYear([{ year: 2024, share: start }, { year: 2026, share: end }]));
      if (late !== null && late !== undefined) expect(late).toBeGreaterThanOrEqual(2026);
      if (late && soon) expect(soon).toBeLessThanOrEqual(late);
    }));
  });
});

describe("behind its plan", () => {
  it("never when the verdict passes; always with a reason, and open with nothing known", () => {
    const county = fc.record({
      targetYear: fc.option(fc.integer({ min: 2020, max: 2035 })), draft: fc.boolean(), planYear: fc.option(fc.integer({ min: 2021, max: 2035 })), verdict: fc.constantFrom(true, false, null),
      points: fc.array(fc.record({ year: fc.integer({ min: 2022, max: 2026 }), share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) }), { maxLength: 4 }),
      targets: fc.array(fc.record({ label: fc.constant("目标"), outcome: fc.constantFrom("met" as const, "short" as const, "open" as const), target: fc.constant("10"), actual: fc.constant("6") }), { maxLength: 3 }),
      lateMilestones: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(fc.property(county, (one) => {
      const { progress, reasons } = progressOf(one, 2026);
      expect(progress === "met").toBe(one.verdict === true);
      expect(reasons.length > 0).toBe(progress === "behind" || progress === "open");
      if (one.verdict !== true && one.targets.some((target) => target.outcome === "short")) expect(progress).toBe("behind");
      if (progress === "onTrack") expect(one.targetYear !== null || one.planYear !== null).toBe(true);
    }), { numRuns: 2_000 });
    expect(progressOf({ ...none, verdict: null }, 2026)).toEqual({ progress: "open", reasons: ["没有完整的审定数据"] });
  });
  it("西吉 2028: on its way while the pace suffices, behind when it does not", () => {
    const county = { ...none, targetYear: 2028 };
    expect(progressOf({ ...county, points: [{ year: 2024, share: 0.7 }, { year: 2025, share: 0.8 }] }, 2026).progress).toBe("onTrack");
    expect(progressOf({ ...county, points: [{ year: 2024, share: 0.8 }, { year: 2025, share: 0.82 }] }, 2026).reasons).toEqual(["按近年进度测算，2034 年才能校校达标，晚于 2028 年"]);
    expect(progressOf({ ...county, points: [{ year: 2025, share: 0.5 }] }, 2026).progress).toBe("onTrack");
  });
  it("崇明 2024 comes from a draft for comment: its year is past and nothing is overdue", () => {
    expect(progressOf({ ...none, targetYear: 2024, draft: true }, 2026).progress).toBe("onTrack");
    expect(progressOf({ ...none, targetYear: 2024 }, 2026).reasons).toEqual(["目标年 2024 已过，审定数据尚未达到标准"]);
    expect(isLate({ dueOn: "2024-06-30", doneOn: null }, "2026-11-22", true)).toBe(false);
    expect([isLate({ dueOn: "2026-11-21", doneOn: null }, "2026-11-22", false), isLate({ dueOn: "2026-11-22", doneOn: null }, "2026-11-22", false), isLate({ dueOn: "2024-01-01", doneOn: "2026-01-01" }, "2026-11-22", false)]).toEqual([true, false, false]);
  });
  it("counts the days to the end of the target year", () => {
    expect([daysToYearEnd(2026, "2026-12-31"), daysToYearEnd(2026, "2026-12-30"), daysToYearEnd(2025, "2026-01-01")]).toEqual([0, 1, -1]);
  });
});

describe("a province's share", () => {
  it("is met by counties that pass, short when the missing ones could not help, else open", () => {
    expect(shareOutcome(30, { met: 3, reported: 10, counties: 10 })).toEqual({ actual: 30, outcome: "met" });
    expect(shareOutcome(30, { met: 2, reported: 10, counties: 10 }).outcome).toBe("short");
    expect(shareOutcome(30, { met: 2, reported: 9, counties: 10 }).outcome).toBe("open");
    expect(shareOutcome(30, { met: 0, reported: 0, counties: 10 })).toEqual({ actual: null, outcome: "open" });
    expect([shareText(29.99), shareText(100), shareText(100 / 2859), shareText(0), shareText(null)]).toEqual(["29.9%", "100.0%", "不足 0.1%", "0.0%", "—"]);
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (target, counties, a, b) => {
      const reported = Math.min(counties, Math.max(a, b));
      const met = Math.min(reported, a);
      const { outcome } = shareOutcome(target, { met, reported, counties });
      if (outcome === "met") expect(met * 100).toBeGreaterThanOrEqual(target * counties);
      if (outcome === "short") expect((met + counties - reported) * 100).toBeLessThan(target * counties);
    }));
  });
});
