import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupLists, provinceLines } from "@/lib/certification/group-lists";
import type { PublicRow } from "@/lib/certification/public-lists";

const row = (list: string, county: string, more: Partial<PublicRow> = {}): PublicRow => ({
  list, kind: "recognised", title: `${list}批`, document_number: "教督函〔2025〕3号", published_on: "2025-03-14", province_code: county.slice(0, 2), province: `省${county.slice(0, 2)}`, county_code: county, county: `县${county}`, demo: false, ...more,
});

describe("the public lists", () => {
  it("stand newest first, provinces and counties in the order of their codes, whatever order they came in", () => {
    const rows = [row("a", "370102"), row("a", "330424"), row("a", "330106"), row("b", "110101", { published_on: "2026-01-20" })];
    fc.assert(fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect(groupLists(shuffled).map(({ list, count, provinces }) => [list, count, provinces.map(({ code, counties }) => `${code} ${counties.join()}`)])).toEqual([
        ["b", 1, ["11 县110101"]], ["a", 3, ["33 县330106,县330424", "37 县370102"]],
      ]);
      expect(provinceLines(shuffled).map(({ code }) => code)).toEqual(["11", "33", "37"]);
    }));
  });
  it("counts a county once and names nobody who is on no list", () => {
    const rows = [row("a", "330106"), row("n", "330106", { kind: "pioneer", published_on: "2022-04-01" }), row("n", "330424", { kind: "pioneer", published_on: "2022-04-01", demo: true })];
    expect(provinceLines(rows)).toEqual([{ code: "33", name: "省33", recognised: 1, pioneer: 2 }]);
    expect(groupLists(rows).map(({ demo }) => demo)).toEqual([false, true]);
    expect([groupLists([]), provinceLines([])]).toEqual([[], []]);
  });
});
