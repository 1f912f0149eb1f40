import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf } from "@/lib/results/bands";
import { distributionsOf, LAST_STEP, stepOf } from "@/lib/results/cv-steps";
import { recognisedUntil, trendOf } from "@/lib/results/trend";
import { cityPlan, planDueOf } from "@/lib/results/plan-due";

const row = (more: Partial<Parameters<typeof bandOf>[0]> = {}) => ({ expected: 10, reported: 10, resource: false, verdict: false, sections: 100, compliantSections: 90, ...more });

describe("分档", () => {
  it("by what stands between a county and the standard", () => {
    expect([row({ verdict: true, resource: true }), row({ resource: true, verdict: null }), row(), row({ compliantSections: 89 }), row({ reported: 9 }), row({ resource: null }), row({ expected: 0, reported: 0 })].map(bandOf))
      .toEqual(["met", "resource", "near", "far", "open", "open", "open"]);
  });
  it("keeps incomplete data out of every band, whatever else it says", () => {
    fc.assert(fc.property(fc.nat(99), fc.boolean(), fc.boolean(), fc.nat(100), (reported, resource, verdict, compliantSections) => {
      expect(bandOf({ expected: 100, reported, resource, verdict, sections: 100, compliantSections })).toBe("open");
    }));
  });
});

describe("counties due by the plan", () => {
  const counties = [
    { cityCode: "3701", city: "甲市", expected: 3, reported: 3, planYear: 2024, verdict: true, recognisedOn: "2026-01-20" }, { cityCode: "3701", city: "甲市", expected: 3, reported: 3, planYear: 2025, verdict: false, recognisedOn: null },
    { cityCode: "3702", city: "乙市", expected: 3, reported: 1, planYear: 2025, verdict: null, recognisedOn: null }, { cityCode: "3702", city: "乙市", expected: 3, reported: 3, planYear: null, verdict: true, recognisedOn: null },
  ];
  it("are met, not met, or not known", () => {
    expect(planDueOf(counties, 2025)).toEqual({ due: 3, met: 1, unmet: 1, open: 1 });
    expect(planDueOf(counties, 2023)).toEqual({ due: 0, met: 0, unmet: 0, open: 0 });
  });
  it("stand in the cells of their cities", () => {
    const rows = cityPlan(counties);
    expect(rows.map(({ code, counties: all, reported, met, recognised }) => [code, all, reported, met, recognised])).toEqual([["3701", 2, 2, 1, 1], ["3702", 2, 1, 1, 0]]);
    expect(rows[1]?.cells.get(2025)).toEqual({ counties: 1, met: 0, unmet: 0 });
    expect(rows[1]?.cells.get(null)).toEqual({ counties: 1, met: 1, unmet: 0 });
  });
});

describe("the years of a place", () => {
  const none = { results: [], plan: [], recognised: [], since: null, thisYear: 2026 };
  it("add the plans and the recognitions up and leave a year without results or records empty, not zero", () => {
    expect(trendOf({
      results: [{ year: 2025, reported: 5, compliant: 2 }, { year: 2026, reported: 0, compliant: 0 }, { year: 2025, reported: 2, compliant: 2 }], plan: [{ year: 2024, n: 3 }, { year: 2027, n: 4 }],
      recognised: [{ year: 2025, n: 2, lost: 0 }, { year: 2026, n: 1, lost: 1 }, { year: 2025, n: 1, lost: 0 }], since: 2025, thisYear: 2026,
    })).toEqual([
      { year: 2024, reported: 0, met: null, planned: 3, recognised: null }, { year: 2025, reported: 7, met: 4, planned: 3, recognised: 3 },
      { year: 2026, reported: 0, met: null, planned: 3, recognised: 3 }, { year: 2027, reported: 0, met: null, planned: 7, recognised: null },
    ]);
    expect(trendOf(none)).toEqual([]);
    expect(trendOf({ ...none, results: [{ year: 2025, reported: 1, compliant: 1 }] })[0]?.recognised).toBeNull();
    expect(trendOf({ ...none, since: 2025, results: [{ year: 2025, reported: 1, compliant: 1 }] })[0]?.recognised).toBe(0);
  });

  it("end with all recognitions less all revocations, whatever meets the standard by data", () => {
    const event = fc.record({ year: fc.integer({ min: 2020, max: 2026 }), n: fc.nat(9), lost: fc.nat(9) });
    const result = fc.record({ year: fc.integer({ min: 2020, max: 2026 }), reported: fc.nat(9), compliant: fc.nat(9) });
    fc.assert(fc.property(fc.array(event, { minLength: 1 }), fc.array(result), (recognised, results) => {
      const years = trendOf({ ...none, results, recognised, since: 2020 });
      expect(years.at(-1)?.recognised).toBe(recognised.reduce((sum, { n, lost }) => sum + n - lost, 0));
      expect(recognisedUntil(recognised, 2020, 2026)).toBe(years.at(-1)?.recognised);
      expect(years.map(({ recognised: stand }) => stand)).toEqual(trendOf({ ...none, results: results.map((one) => ({ ...one, compliant: 0 })), recognised, since: 2020 }).map(({ recognised: stand }) => stand));
    }));
    expect(recognisedUntil([{ year: 2026, n: 4, lost: 0 }], 2025, 2024)).toBeNull();
  });
});

describe("steps of a coefficient", () => {
  it("hold every county once, those without a coefficient apart", () => {
    const some = fc.array(fc.record({ cv: fc.option(fc.double({ min: 0, max: 3, noNaN: true })) }), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(some, (counties) => {
      const [found] = distributionsOf(counties.map(({ cv }) => ({ stage: "primary" as const, indicator: "sportsArea" as const, step: cv === null ? -1 : stepOf(cv), passed: cv !== null && cv <= 0.5, n: 1 })));
      expect(found?.counties).toBe(counties.filter(({ cv }) => cv !== null).length);
      expect(found?.withinLimit).toBe(counties.filter(({ cv }) => cv !== null && cv <= 0.5).length);
      expect((found?.counties ?? 0) + (found?.open ?? 0)).toBe(counties.length);
      expect(found?.steps.reduce((sum, step) => sum + step.within + step.over, 0)).toBe(found?.counties);
    }));
    expect([0, 0.0499, 0.05, 0.15, 0.5, 7].map(stepOf)).toEqual([0, 0, 1, 3, 10, LAST_STEP]);
  });
});
