import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SCHOOL_COLUMNS, schoolFilters, schoolsHref, SORT_KEYS, sortText } from "@/lib/results/school-filters";

const read = (href: string) => {
  const search = new URL(href, "http://x").searchParams;
  return schoolFilters(Object.fromEntries([...new Set(search.keys())].map((key) => { const all = search.getAll(key); return [key, all.length > 1 ? all : all[0]]; })));
};

describe("the school list's address", () => {
  it("takes what it knows, and nothing else", () => {
    expect(schoolFilters({})).toMatchObject({ sort: { key: "code", descending: false }, page: 1 });
    expect(schoolFilters({ stage: "junior", kind: "nine_year", verdict: "open", q: " 第八 ", sort: "-students", page: "3", cols: "students" }))
      .toEqual({ stage: "junior", kind: "nine_year", verdict: "open", q: "第八", sort: { key: "students", descending: true }, page: 3, cols: ["students"] });
    const odd = schoolFilters({ stage: "x", kind: ["a", "b"], verdict: "1", q: "长".repeat(50), sort: "students; DROP TABLE", page: "-1", cols: ["nothing"] });
    expect(odd).toEqual(schoolFilters({}));
  });

  it("comes back from its own address as it was; a change of order starts at the first page", () => {
    const some = fc.record({
      stage: fc.constantFrom(undefined, "primary" as const, "junior" as const), kind: fc.constantFrom(undefined, "primary" as const, "nine_year" as const), verdict: fc.constantFrom(undefined, "met" as const, "unmet" as const),
      q: fc.constantFrom(undefined, "第八小学", "a&b=c"), sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }), page: fc.integer({ min: 1, max: 99 }), cols: fc.subarray([...SCHOOL_COLUMNS], { minLength: 1 }),
    });
    fc.assert(fc.property(some, (filters) => {
      expect(read(schoolsHref("640422", 2025, filters, { page: filters.page }))).toEqual(filters);
      expect(read(schoolsHref("640422", 2025, filters, { sort: { key: "count", descending: true } }))).toEqual({ ...filters, sort: { key: "count", descending: true }, page: 1 });
    }));
  });

  it("writes an order as one word", () => expect([sortText({ key: "count", descending: true }), sortText({ key: "code", descending: false })]).toEqual(["-count", "code"]));
});
