import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RELAXATION_ACTS, refuseRelaxation } from "@/lib/certification/relaxed";
import { RELAXED_CHOICES } from "@/lib/certification/relaxed-choices";
import { countdown, daysBetween, threeYearsAfter, watchYear, type WatchFigures } from "@/lib/certification/monitoring";
import { LEVELS, STAGES, type Level } from "@/lib/certification/stages";
import { shanghaiDay } from "@/lib/time";

const FIGURES: WatchFigures = { year: 2026, expected: 8, reported: 8, sections: 10, compliantSections: 10, cvCount: 14, cvWithinLimit: 14, resourceVerdict: true, verdict: true, items: [{ item: "gov-8", met: true }] };

describe("the years after recognition", () => {
  it("says held, slipped with its reasons, or nothing while the data is incomplete", () => {
    expect(watchYear(FIGURES, 1)).toEqual({ figuresYear: 2026, year: 2027, state: "held", text: "10／10 校（学段）达标，差异系数 14／14 在限值内" });
    const slipped = watchYear({ ...FIGURES, compliantSections: 9, resourceVerdict: false, verdict: false, items: [{ item: "gov-5", met: false }, { item: "qual-1", met: null }] }, 1);
    expect([slipped.state, slipped.text]).toEqual(["slipped", expect.stringMatching(/^资源配置 9／10 校.*；未达标 1 项：/)]);
    expect(watchYear({ ...FIGURES, reported: 7, verdict: null, resourceVerdict: null, items: [{ item: "gov-5", met: false }] }, 1)).toMatchObject({ state: "open", text: "应报 8 所，审定 7 所" });
    expect(watchYear({ ...FIGURES, verdict: null, items: [{ item: "qual-9", met: null }] }, 1)).toMatchObject({ state: "open", text: "1 项尚无结论" });
  });
  it("never warns of a year that is not wholly approved", () => {
    fc.assert(fc.property(fc.nat(9), fc.constantFrom(true, false, null), fc.constantFrom(true, false, null), (reported, verdict, resourceVerdict) => {
      const { state } = watchYear({ ...FIGURES, reported, expected: 9, verdict, resourceVerdict }, 1);
      if (reported < 9 || verdict === null) expect(state).toBe("open");
      else expect(state).toBe(verdict ? "held" : "slipped");
    }));
  });
});

describe("the countdown of a relaxed item", () => {
  it("ends three years after the day of recognition", () => {
    expect(["2026-03-14", "2024-02-29", "2025-02-28", "2097-02-28"].map(threeYearsAfter)).toEqual(["2029-03-14", "2027-02-28", "2028-02-28", "2100-02-28"]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
      const day = shanghaiDay(new Date(Date.UTC(2000, 0, 1) + days * 86_400_000));
      const span = daysBetween(day, threeYearsAfter(day));
      expect(span).toBeGreaterThanOrEqual(1094);
      expect(span).toBeLessThanOrEqual(1096);
    }));
  });
  it("counts the days, warns half a year before, and is over the day after", () => {
    expect(["2029-03-14", "2029-03-15", "2028-09-15", "2028-09-14"].map((today) => countdown("2029-03-14", today, false))).toEqual([
      { state: "soon", text: "今天到期" }, { state: "overdue", text: "已逾期 1 天" }, { state: "soon", text: "还有 180 天" }, { state: "running", text: "还有 181 天" },
    ]);
    expect(countdown("2020-01-01", "2029-01-01", true).state).toBe("done");
  });
  it("is planned by the county, entered and confirmed by the province, at every stage after recognition and no other", () => {
    const levels: (Level | null)[] = [...LEVELS, null];
    const allowed = STAGES.flatMap((stage) => RELAXATION_ACTS.flatMap((act) => levels.filter((level) => refuseRelaxation(stage, act, level, false, false, null) === null).map((level) => `${stage} ${act} ${level}`)));
    expect(allowed).toEqual(["recognised", "correction", "recheck"].flatMap((stage) => [`${stage} add province`, `${stage} plan county`, `${stage} confirm province`]));
    expect(refuseRelaxation("recognised", "confirm", "province", true, false, true)).toMatch(/本人在该县任职/);
    expect(refuseRelaxation("recognised", "confirm", "province", false, false, false)).toMatch(/仍未达到完整标准/);
    expect(refuseRelaxation("recognised", "plan", "county", true, true, null)).toMatch(/不再更改/);
  });
  it("names every relaxed item once", () => expect(RELAXED_CHOICES.map(({ item }) => item)).toEqual(["gov-3", "gov-4", "artsPeTeachers", "sportsArea"]));
});
