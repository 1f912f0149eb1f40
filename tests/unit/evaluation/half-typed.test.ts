import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { evaluateSchool } from "@/lib/evaluation/evaluate-school";
import { exactSchool } from "./build";

/** A school of two stages, half short of every shared resource, so that its shortfalls are computed in whole numbers. */
function twoStages() {
  const facts = exactSchool("primary");
  return {
    ...facts,
    kind: "nine_year" as const,
    students: { primary: 1000, junior: 1000, senior: null },
    degreeTeachers: { primary: 42, junior: 53 },
    backboneTeachers: { primary: 10, junior: 10 },
    artsPeTeachers: { primary: 9, junior: 9 },
  };
}

describe("figures that are still being typed", () => {
  it("computes the same school once they are whole", () => {
    const [primary] = evaluateSchool(twoStages());
    expect(primary?.values.multimediaRooms).toBeCloseTo((23 * 10 * 100) / 21_000, 12);
    expect(primary?.shortfall.multimediaRooms).toBe(13);
  });

  it.each([2.5, -3, Number.NaN, Number.POSITIVE_INFINITY])("take %s rooms for missing, not for a value", (rooms) => {
    const facts = { ...twoStages(), multimediaRooms: rooms };
    for (const section of evaluateSchool(facts)) {
      expect(section.values.multimediaRooms).toBeNull();
      expect(section.shortfall).not.toHaveProperty("multimediaRooms");
      expect(section.compliant).toBe(false);
      expect(section.values.teachingArea).not.toBeNull();
    }
    expect(evaluateCounty([facts]).verdict.resourceAllocation).toBeNull();
  });

  it.each([100.5, -3, Number.NaN])("take %s pupils for missing, in both stages where premises are shared", (pupils) => {
    const facts = twoStages();
    const [primary, junior] = evaluateSchool({ ...facts, students: { ...facts.students, primary: pupils } });
    expect(primary?.values.degreeTeachers).toBeNull();
    expect(junior?.values.degreeTeachers).toBeCloseTo(5.3, 12);
    expect(junior?.values.teachingArea).toBeNull();
  });

  it.each([0.5, -1, Number.NaN])("take %s teachers for missing", (teachers) => {
    const facts = twoStages();
    const [primary] = evaluateSchool({ ...facts, backboneTeachers: { primary: teachers, junior: 10 } });
    expect(primary?.values.backboneTeachers).toBeNull();
    expect(primary?.standardCount).toBe(2);
  });
});
