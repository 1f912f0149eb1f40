import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradesOf, projectPupils, pupilsOf, transitionOf, withMeasures, type CohortSchool } from "@/lib/time-series/project";
import { LONGEST, projectCounty } from "@/lib/time-series/project-county";
import { cvRangeText, projectionTitle, wayText } from "@/lib/time-series/projection-text";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { blank, county, exactSchool } from "../evaluation/build";

const STILL = { low: 1, high: 1 };
const cohort = (primary: number[], junior: number[] | null = null): CohortSchool => {
  const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);
  const facts = { ...blank(junior ? "nine_year" : "primary"), students: { primary: sum(primary), junior: junior && sum(junior), senior: null } };
  return { facts, grades: { primary, junior } };
};

describe("pupils by cohorts", () => {
  it("move up one by one: by hand for a nine-year school over two years", () => {
    const school = cohort([60, 80, 70, 90, 100, 110], [120, 130, 140]);
    const low = projectPupils([school], STILL, 2, "low")[0];
    const high = projectPupils([school], STILL, 2, "high")[0];
    // grades 1–4 stay as 3–6; two intakes of the smallest (60) or largest (80) of the first three grades
    expect([low?.students.primary, high?.students.primary]).toEqual([60 + 80 + 70 + 90 + 60 * 2, 60 + 80 + 70 + 90 + 80 * 2]);
    // sixth grades of this year (110) and the next (100) enter; the seventh of today (120) is now the ninth
    expect(low?.students.junior).toBe(110 + 100 + 120);
  });

  it("of a year without change are what they were: equal grades stay equal", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: LONGEST }), (size, years) => {
      const school = cohort(Array.from({ length: 6 }, () => size), Array.from({ length: 3 }, () => size));
      for (const side of ["low", "high"] as const) expect(projectPupils([school], STILL, years, side)[0]?.students).toEqual({ primary: size * 6, junior: size * 3, senior: null });
    }));
  });

  it("are never more at the low end than at the high one, and never less than nothing", () => {
    fc.assert(fc.property(county(), fc.double({ min: 0.5, max: 1.5, noNaN: true }), fc.integer({ min: 1, max: LONGEST }), (schools, share, years) => {
      const cohorts = schools.map((facts): CohortSchool => ({ facts, grades: { primary: null, junior: null } }));
      const transition = transitionOf(1000, Math.round(share * 1000));
      for (const stage of ["primary", "junior"] as const) {
        const [low, high] = (["low", "high"] as const).map((side) => pupilsOf(projectPupils(cohorts, transition, years, side), stage));
        expect(low ?? 0).toBeLessThanOrEqual(high ?? 0);
        expect(low ?? 0).toBeGreaterThanOrEqual(0);
      }
    }), { numRuns: 60 });
  });

  it("split into grades that add up, whatever the form holds", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.option(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 6, maxLength: 6 })), (students, given) => {
      const grades = gradesOf(students, given, 6);
      expect(grades).toHaveLength(6);
      expect(grades.reduce((sum, one) => sum + one, 0)).toBe(students);
    }));
    expect(gradesOf(100, [10, 10, 20, 20, 20, 20], 6)).toEqual([10, 10, 20, 20, 20, 20]);
    expect(gradesOf(10, null, 6)).toEqual([2, 2, 2, 2, 1, 1]);
  });

  it("stay unknown where a school has not said", () => {
    const open: CohortSchool = { facts: blank("primary"), grades: { primary: null, junior: null } };
    expect(pupilsOf(projectPupils([open, cohort([1, 1, 1, 1, 1, 1])], STILL, 3, "low"), "primary")).toBeNull();
  });

  it("enter the seventh grade by what was seen, with all of them among the bounds", () => {
    expect([transitionOf(200, 180), transitionOf(200, 220), transitionOf(null, 1), transitionOf(0, 5)]).toEqual([{ low: 0.9, high: 1 }, { low: 1, high: 1.1 }, STILL, STILL]);
  });
});

describe("planned measures", () => {
  const named = { id: "a", facts: { ...exactSchool("primary"), teachingArea: 4000, indoorSportsArea: 500 } };
  const measure = { schoolId: "a", stage: "primary" as const, key: "teachingArea" as const, amount: 1000, until: "2027-12-31", from: "ledger" as const };

  it("count from their day on, and one shortfall in the ledger and among the projects counts once", () => {
    expect(withMeasures([named], [measure], "2027-09-01")[0]?.teachingArea).toBe(4000);
    expect(withMeasures([named], [measure], "2028-09-01")[0]?.teachingArea).toBe(5000);
    expect(withMeasures([named], [measure, { ...measure, from: "project", amount: 1500, until: "2027-08-25" }], "2028-09-01")[0]?.teachingArea).toBe(5500);
  });

  it("leave what is not filled in unknown, and a school that is not theirs as it is", () => {
    const open = { id: "a", facts: { ...named.facts, teachingArea: null } };
    expect(withMeasures([open], [measure], "2028-09-01")[0]?.teachingArea).toBeNull();
    expect(withMeasures([{ ...named, id: "b" }], [measure], "2028-09-01")[0]).toBe(named.facts);
  });

  it("of a section that shares its premises bring the section its whole shortfall", () => {
    const facts = { ...blank("nine_year"), students: { primary: 100, junior: 200, senior: null }, teachingArea: 500, indoorSportsArea: 0 };
    const lack = evaluateCounty([facts]).sections.find(({ stage }) => stage === "junior")?.shortfall.teachingArea ?? 0;
    expect(lack).toBeGreaterThan(0);
    const [after] = withMeasures([{ id: "a", facts }], [{ ...measure, stage: "junior", amount: lack }], "2028-09-01");
    expect(after && evaluateCounty([after]).sections.find(({ stage }) => stage === "junior")?.atStandard.teachingArea).toBe(true);
  });
});

describe("the projection of a county", () => {
  it("is the county itself where nothing changes, and says what it rests on", () => {
    const facts = { ...exactSchool("primary"), students: { primary: 996, junior: null, senior: null } };
    const schools = [{ id: "a", facts, grades: { primary: [166, 166, 166, 166, 166, 166], junior: null } }, { id: "b", facts: { ...facts, code: "2133000002", multimediaRooms: 40 }, grades: { primary: [166, 166, 166, 166, 166, 166], junior: null } }];
    const found = projectCounty(schools, STILL, [], NATIONAL_STANDARD, 2025, 2028);
    const rooms = evaluateCounty(schools.map((school) => school.facts)).stages.primary?.indicators.multimediaRooms.cv ?? -1;
    expect(found.cvs.find(({ key }) => key === "multimediaRooms")?.with).toEqual({ low: rooms, high: rooms });
    expect(found.pupils.map(({ year, range }) => [year, range])).toEqual([2026, 2027, 2028].map((year) => [year, { low: 1992, high: 1992 }]));
    expect(projectionTitle(found)).toBe("计划措施按期到位时，2028学年初 7 项差异系数中 7 项在限值以内");
    expect(wayText({ ...found, byGrade: 2, schools: 2, transition: STILL })).toContain("各校班级名册按年级的人数逐年上移");
  });

  it("never prints a coefficient beyond its limit as within it", () => expect([cvRangeText({ low: 0.4, high: 0.5004 }, 0.5), cvRangeText({ low: 0.3, high: 0.3 }, 0.5), cvRangeText(null, 0.5)]).toEqual(["0.400—0.501", "0.300", "—"]));
});
