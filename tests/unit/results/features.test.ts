import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featuresOf, SMALL_SCHOOL } from "@/lib/results/features";

const count = fc.option(fc.nat(400));
const row = fc.record({ kind: fc.constantFrom("primary" as const, "junior" as const, "nine_year" as const, "special" as const, "vocational" as const), area_type: fc.constantFrom("urban" as const, "town" as const, "rural" as const, null), primary_students: count, junior_students: count });

describe("what makes counties alike", () => {
  it("is by hand for three schools", () => {
    const rows = [
      { kind: "primary" as const, area_type: "urban" as const, primary_students: 300, junior_students: null }, { kind: "nine_year" as const, area_type: "town" as const, primary_students: 60, junior_students: 40 },
      { kind: "primary" as const, area_type: "rural" as const, primary_students: SMALL_SCHOOL - 1, junior_students: null }, { kind: "special" as const, area_type: "urban" as const, primary_students: 50, junior_students: null },
    ];
    expect(featuresOf(rows)).toEqual({ pupils: 499, urbanShare: 300 / 499, smallSchools: 1 });
  });

  it("does not depend on the order of schools, on special and vocational ones, or on schools without pupils", () => {
    fc.assert(fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const found = featuresOf(rows);
      expect(featuresOf([...rows].reverse())).toEqual(found);
      expect(featuresOf(rows.filter(({ kind }) => kind !== "special" && kind !== "vocational"))).toEqual(found);
      if (found.pupils !== null) expect(featuresOf([...rows, { kind: "primary", area_type: "urban", primary_students: 0, junior_students: null }])).toEqual(found);
      if (found.urbanShare !== null) expect(found.urbanShare).toBeGreaterThanOrEqual(0);
      expect(found.urbanShare ?? 0).toBeLessThanOrEqual(1);
    }));
  });

  it("is unknown where there is no school, and has no share where there are no pupils", () => {
    expect(featuresOf([])).toEqual({ pupils: null, urbanShare: null, smallSchools: 0 });
    expect(featuresOf([{ kind: "primary", area_type: "urban", primary_students: null, junior_students: null }])).toEqual({ pupils: 0, urbanShare: null, smallSchools: 0 });
  });
});
