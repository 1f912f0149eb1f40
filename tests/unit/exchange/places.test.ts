import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { evaluateSchool } from "@/lib/evaluation/evaluate-school";
import { kindWithAttached, mergeCampus } from "@/lib/exchange/places";
import type { Stage } from "@/lib/standard/indicators";
import type { SchoolKind } from "@/lib/standard/school-kinds";
import { facts } from "./build-facts";

describe("附设班", () => {
  it.each<[SchoolKind, Stage[], SchoolKind]>([
    ["primary", ["junior"], "nine_year"],
    ["junior", ["primary"], "nine_year"],
    ["vocational", ["junior"], "complete_secondary"],
    ["complete_secondary", ["primary"], "twelve_year"],
    ["nine_year", ["junior"], "nine_year"],
    ["primary", [], "primary"],
    ["special", ["primary"], "special"],
  ])("%s with %j counts as %s", (kind, attached, expected) => expect(kindWithAttached(kind, attached)).toBe(expected));

  it("splits the rooms of a primary school with junior classes by 1 : 1.1", () => {
    const school = facts({ kind: kindWithAttached("primary", ["junior"]), students: { primary: 166, junior: 210, senior: null }, teachingArea: 23226, indoorSportsArea: 0 });
    const [primary, junior] = evaluateSchool(school);
    expect((primary?.values.teachingArea ?? 0) * 166).toBeCloseTo(9711.627, 2);
    expect((junior?.values.teachingArea ?? 0) * 210).toBeCloseTo(13514.373, 2);
  });
});

describe("不计校数的校区", () => {
  const main = facts({ code: "2164000001", students: { primary: 300, junior: null, senior: null }, maxClass: { primary: 44, junior: null }, classes: { primary: 7, junior: null }, teachingArea: 1000, multimediaRooms: 8 });
  const campus = facts({ code: "2164000002", students: { primary: 60, junior: null, senior: null }, maxClass: { primary: 30, junior: null }, classes: { primary: 2, junior: null }, teachingArea: 250.5, multimediaRooms: 2 });

  it("adds to the main school, which keeps its name; the largest class is not added", () => {
    expect(mergeCampus(main, campus)).toMatchObject({ code: "2164000001", kind: "primary", students: { primary: 360 }, classes: { primary: 9 }, maxClass: { primary: 44 }, teachingArea: 1250.5, multimediaRooms: 10 });
  });

  it("takes a campus of the other stage in as that stage", () => {
    const junior = facts({ kind: "junior", students: { primary: null, junior: 90, senior: null }, degreeTeachers: { primary: null, junior: 9 } });
    expect(mergeCampus(main, junior)).toMatchObject({ kind: "nine_year", students: { primary: 300, junior: 90 }, degreeTeachers: { primary: main.degreeTeachers.primary, junior: 9 } });
  });

  it("never makes a missing figure of one place a smaller sum", () => {
    const amount = fc.option(fc.nat(5000), { nil: null });
    fc.assert(fc.property(amount, amount, (a, b) => {
      const merged: SchoolFacts = mergeCampus({ ...main, sportsFieldArea: a, degreeTeachers: { primary: a, junior: null } }, { ...campus, sportsFieldArea: b, degreeTeachers: { primary: b, junior: null } });
      const sum = a === null || b === null ? null : a + b;
      expect([merged.sportsFieldArea, merged.degreeTeachers.primary]).toEqual([sum, sum]);
    }));
  });
});
