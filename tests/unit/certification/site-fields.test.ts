import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareResults } from "@/lib/certification/compare-results";
import { reviewItem } from "@/lib/certification/review-items";
import { SITE_FIELDS, withLargestClass } from "@/lib/certification/site-fields";
import { computeSnapshot, withSiteValues } from "@/lib/certification/snapshot";
import { parseBaseTable } from "@/lib/exchange/base-table";
import { exampleRows } from "@/lib/exchange/template";
import { toItemFacts } from "@/lib/items/item-facts";
import { toFactRow } from "@/lib/results/school-fact-row";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";

const facts = parseBaseTable(exampleRows()).schools.find(({ kind }) => kind === "nine_year");
if (!facts) throw new Error("no school of two stages");
const blank = toItemFacts({});
const row = {
  ...toFactRow({ schoolId: "s", year: 2025, divisionCode: "219999", number: 1 }, { ...facts, students: { ...facts.students, senior: 3 } }, { ...blank, classes: { primary: [40, 45, 45], junior: [50, 41] }, fullTime: { primary: 30, junior: 25 }, certified: 55, trained: 54, fundsBudget: 80, trainingBudget: 5 }),
};

describe("figures that are counted again on site", () => {
  it("are each read in the submitted row and written into a copy of it, nothing else", () => {
    expect(new Set(SITE_FIELDS.map(({ key }) => key)).size).toBe(SITE_FIELDS.length);
    for (const field of SITE_FIELDS) {
      const filed = field.read(row);
      expect(filed, field.key).not.toBeNull();
      const after = field.write(row, (filed ?? 0) + 7);
      expect(field.read(after), field.key).toBe((filed ?? 0) + 7);
      expect(field.read(row), field.key).toBe(filed);
      for (const other of SITE_FIELDS) if (other.key !== field.key) expect(other.read(after), `${field.key} leaves ${other.key}`).toBe(other.read(row));
    }
  });
  it("the largest class is corrected upwards, or all above it down to what was found", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 120 }), (classes, found) => {
      const after = withLargestClass(classes, found);
      expect(Math.max(...after)).toBe(found);
      expect(after.length).toBe(classes.length);
      if (found > Math.max(...classes)) expect(after.filter((size, at) => size !== classes[at]).length).toBe(1);
      else expect(after).toEqual(classes.map((size) => Math.min(size, found)));
    }));
  });
  it("turn further items, too, and the difference says what was filed and what was found", () => {
    const inputs = { divisionCode: "219999", year: 2025, rows: [row], county: {}, expected: 1, standard: NATIONAL_STANDARD };
    const after = (field: string, found: number) => compareResults(computeSnapshot(inputs), computeSnapshot(withSiteValues(inputs, [{ schoolCode: row.code, field, found }]))).filter(({ label }) => !label.includes("资源配置"));
    expect(after("more.classes.primary", 52)).toMatchObject([{ label: reviewItem("gov-5")?.title, worse: true }]);
    expect(after("more.classes.primary", 52)[0]?.found).toMatch(/^未达标.*1 /);
    expect(after("more.certified", 54)).toMatchObject([{ label: reviewItem("gov-12")?.title, worse: true }]);
    expect(after("more.classes.primary", 44)).toEqual([]);
  });
  it("a school that did not file a figure has none to verify", () => {
    const without = { ...row, more: blank };
    for (const field of SITE_FIELDS.filter(({ key }) => key.startsWith("more."))) expect(field.read(without)).toBeNull();
    const classes = SITE_FIELDS.find(({ key }) => key === "more.classes.primary");
    expect(classes?.write(without, 50)).toEqual(without);
  });
});
