import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeHeat, HEAT_SHOWS, heatFilters, heatHref, heatRows, type HeatFilters } from "@/lib/results/heat";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

const counties = ["370102", "370103", "370202", "370203"].map((code) => ({ code, name: code, city: "市", cityCode: code.slice(0, 4) }));
const cv = (code: string, value: number | null, pass: boolean) => ({ code, stage: "primary" as const, indicator: "sportsArea" as const, cv: value, cvLimit: 0.5, cvPass: pass });
const rows = heatRows(counties, [cv("370102", 0.61, false), cv("370103", null, false), cv("370202", 0.3, true), cv("999999", 0.9, false)]);
const codes = (filters: Partial<HeatFilters>) => arrangeHeat(rows, { show: "all", city: null, sort: null, ...filters }).map((row) => row.code);
const bySports = (descending: boolean) => ({ stage: "primary" as const, key: "sportsArea" as const, descending });

describe("the heat of coefficients", () => {
  it("stands in the order of codes, and by a coefficient with what is not known last either way", () => {
    expect(codes({})).toEqual(counties.map(({ code }) => code));
    expect(codes({ sort: bySports(true) })).toEqual(["370102", "370202", "370103", "370203"]);
    expect(codes({ sort: bySports(false) })).toEqual(["370202", "370102", "370103", "370203"]);
  });

  it("counts what is missing neither as within the limit nor as beyond it", () => {
    expect(codes({ show: "over" })).toEqual(["370102"]);
    expect(codes({ show: "within" })).toEqual(["370202"]);
    expect(codes({ show: "open" })).toEqual(["370103", "370203"]);
    expect(codes({ city: "3702", show: "open" })).toEqual(["370203"]);
  });

  it("comes back from its own address, and takes nothing that it does not know", () => {
    const some = fc.record({ show: fc.constantFrom(...HEAT_SHOWS), city: fc.constantFrom(null, "3701"), page: fc.integer({ min: 1, max: 9 }), sort: fc.option(fc.record({ stage: fc.constantFrom(...STAGES), key: fc.constantFrom(...INDICATOR_KEYS), descending: fc.boolean() }), { nil: null }) });
    fc.assert(fc.property(some, (filters) => {
      const search = new URL(heatHref("37", 2025, filters, { page: filters.page }), "http://x").searchParams;
      expect(heatFilters(Object.fromEntries(search))).toEqual(filters);
    }));
    expect(heatFilters({ show: "x", city: "37'; --", sort: "primary.code", page: "-3" })).toEqual(heatFilters({}));
  });

  it("keeps each county that it shows once", () => {
    const some = fc.array(fc.record({ code: fc.constantFrom(...counties.map(({ code }) => code)), value: fc.option(fc.double({ min: 0, max: 2, noNaN: true })) }), { maxLength: 4 });
    fc.assert(fc.property(some, fc.boolean(), (given, descending) => {
      const shown = arrangeHeat(heatRows(counties, given.map(({ code, value }) => cv(code, value, (value ?? 1) <= 0.5))), { show: "all", city: null, sort: bySports(descending) });
      expect(shown.map(({ code }) => code).sort()).toEqual(counties.map(({ code }) => code));
    }));
  });
});
