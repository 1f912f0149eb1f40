import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decomposeChange, decomposeCounty, printedParts, type YearSchool } from "@/lib/evaluation/decompose";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { county, exactSchool, schoolOf, withAmount } from "./build";

const named = (schools: readonly SchoolFacts[]): YearSchool[] => schools.map((facts) => ({ id: facts.code, facts }));
const all = STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => ({ stage, key })));
const sum = ({ pupils, resources, roster }: { pupils: number; resources: number; roster: number }) => pupils + resources + roster;

/** Two years of a county: schools that stay (with other figures), that go and that come. */
const twoYears = fc.tuple(county(), county()).chain(([first, second]) =>
  fc.array(fc.boolean(), { minLength: first.length, maxLength: first.length }).map((stays) => {
    const kept = first.flatMap((facts, at) => {
      const other = second[at];
      return stays[at] && other?.kind === facts.kind ? [{ ...other, code: facts.code }] : [];
    });
    const codes = new Set(first.map(({ code }) => code));
    return { before: first, after: [...kept, ...second.filter(({ code }) => !codes.has(code)).slice(kept.length)] };
  }));

describe("the change of a county's coefficients and means in three parts", () => {
  it("adds up to the change, which is that of the evaluation", () => {
    fc.assert(fc.property(twoYears, ({ before, after }) => {
      const [was, now] = [evaluateCounty(before), evaluateCounty(after)];
      for (const { stage, key, cv, mean } of decomposeCounty(named(before), named(after), DEFAULT_READINGS, all)) {
        for (const change of [cv, mean]) if (change) expect(sum(change)).toBeCloseTo(change.after - change.before, 9 - Math.ceil(Math.log10(Math.max(10, change.before, change.after))));
        const [a, b] = [was.stages[stage]?.indicators[key], now.stages[stage]?.indicators[key]];
        if (cv) expect([cv.before, cv.after]).toEqual([expect.closeTo(a?.cv ?? -1, 9), expect.closeTo(b?.cv ?? -1, 9)]);
        if (mean && a?.mean && b?.mean) expect([mean.before / a.mean, mean.after / b.mean]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
      }
    }), { numRuns: 60 });
  });

  it("is all of one part where only that changed", () => {
    fc.assert(fc.property(county(["primary", "nine_year"], 8), fc.integer({ min: 1, max: 40 }), schoolOf(["primary"]), (schools, more, extra) => {
      fc.pre(!schools.some(({ code }) => code === extra.code));
      const pupils = schools.map((facts) => ({ ...facts, students: { ...facts.students, primary: (facts.students.primary ?? 0) + more } }));
      const resources = schools.map((facts) => withAmount(facts, "multimediaRooms", more));
      const of = (after: SchoolFacts[]) => decomposeChange(named(schools), named(after), "primary", "multimediaRooms", "mean");
      const near = (value: number | undefined) => expect(Math.abs(value ?? 1)).toBeLessThan(1e-9);
      const [byPupils, byResources, byRoster] = [of(pupils), of(resources), of([...schools, extra])];
      near(byPupils?.resources); near(byPupils?.roster);
      near(byResources?.pupils); near(byResources?.roster);
      expect(byResources?.resources).toBeGreaterThan(0);
      near(byRoster?.pupils); near(byRoster?.resources);
    }), { numRuns: 60 });
  });

  it("does not depend on the order of the schools, and turns its signs when the years are exchanged", () => {
    fc.assert(fc.property(twoYears, ({ before, after }) => {
      const there = decomposeChange(named(before), named(after), "primary", "degreeTeachers", "cv");
      expect(decomposeChange(named([...before].reverse()), named([...after].reverse()), "primary", "degreeTeachers", "cv")).toEqual(there);
      const back = decomposeChange(named(after), named(before), "primary", "degreeTeachers", "cv");
      if (there && back) for (const part of ["pupils", "resources", "roster"] as const) expect(there[part] + back[part]).toBeCloseTo(0, 9);
    }), { numRuns: 60 });
  });

  it("by hand: 1,000 pupils and 10 teachers become 1,250 and 20; the mean 1.0 becomes 1.6", () => {
    const before = exactSchool("primary");
    const after = { ...before, students: { ...before.students, primary: 1250 }, backboneTeachers: { primary: 20, junior: null } };
    const change = decomposeChange(named([before]), named([after]), "primary", "backboneTeachers", "mean");
    // pupils first 1 → 0.8, then teachers → 1.6; teachers first 1 → 2, then pupils → 1.6
    expect(change).toEqual({ before: 1, after: 1.6, pupils: expect.closeTo((-0.2 - 0.4) / 2, 12), resources: expect.closeTo((0.8 + 1) / 2, 12), roster: 0 });
  });

  it("a school that became another kind is one closed and one opened; a 教学点 that fell below 50 is closed", () => {
    const [a, b] = [exactSchool("primary", "2133000001"), withAmount(exactSchool("primary", "2133000002"), "degreeTeachers", 30)];
    const grown: SchoolFacts = { ...b, kind: "nine_year", students: { primary: 1000, junior: 300, senior: null }, degreeTeachers: { primary: 72, junior: 20 }, backboneTeachers: { primary: 10, junior: 3 }, artsPeTeachers: { primary: 9, junior: 3 } };
    const change = decomposeChange(named([a, b]), named([a, grown]), "primary", "teachingArea", "cv");
    expect([change?.pupils, change?.resources]).toEqual([0, 0]);
    expect(change?.roster).toBeGreaterThan(0);
    const point = (pupils: number): SchoolFacts => ({ ...exactSchool("primary", "2133000003"), kind: "teaching_point", students: { primary: pupils, junior: null, senior: null } });
    const fallen = decomposeChange(named([a, point(50)]), named([a, point(49)]), "primary", "degreeTeachers", "cv");
    expect([fallen?.pupils, fallen?.resources, fallen?.after]).toEqual([0, 0, 0]);
  });

  it("is not said while something is missing, and not of a stage that one of the years does not have", () => {
    const whole = exactSchool("primary");
    const open = { ...whole, teachingArea: null };
    expect(decomposeChange(named([whole]), named([open]), "primary", "teachingArea", "cv")).toBeNull();
    expect(decomposeChange(named([open]), named([whole]), "primary", "teachingArea", "cv")).toBeNull();
    expect(decomposeChange(named([whole]), named([whole]), "primary", "degreeTeachers", "cv")).not.toBeNull();
    expect(decomposeChange(named([]), named([whole]), "primary", "degreeTeachers", "cv")).toBeNull();
    expect(decomposeChange(named([whole]), named([whole]), "junior", "degreeTeachers", "cv")).toBeNull();
  });
});

describe("the parts as they are printed", () => {
  const thousandths = (value: number) => Math.round(value * 1000);

  it("add up to the printed change to the last digit, each within one unit of its own value beyond the rounding of the change", () => {
    const part = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(fc.property(part, part, part, fc.integer({ min: -1, max: 1 }), (pupils, resources, roster, off) => {
      const change = (thousandths(pupils + resources + roster) + off) / 1000;
      const printed = printedParts({ pupils, resources, roster }, change, 3);
      expect(thousandths(printed.pupils) + thousandths(printed.resources) + thousandths(printed.roster)).toBe(thousandths(change));
      for (const [own, shown] of [[pupils, printed.pupils], [resources, printed.resources], [roster, printed.roster]] as const) expect(Math.abs(shown - own)).toBeLessThan(0.0016);
    }));
  });

  it("are nothing where nothing changed", () => expect(printedParts({ pupils: 0, resources: 0, roster: 0 }, 0, 3)).toEqual({ pupils: 0, resources: 0, roster: 0 }));
});
