import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { evaluateSchool } from "@/lib/evaluation/evaluate-school";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { formatCv, formatValue, printedLimit } from "@/lib/evaluation/format";
import { INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { Readings } from "@/lib/standard/readings";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { blank, county, exactSchool, withAmount } from "./build";

const by = (part: Partial<Readings>) => ({ readings: { ...DEFAULT_READINGS, ...part } });
const point = (code: string, students: number, parentCode: string | null = null): SchoolFacts => ({ ...exactSchool("primary", code), kind: "teaching_point", students: { primary: students, junior: null, senior: null }, parentCode });
const codes = (schools: SchoolFacts[], part: Partial<Readings>) => evaluateCounty(schools, by(part)).sections.map((section) => section.code);

describe("the default readings", () => {
  it("are what is computed when nothing is said", () =>
    fc.assert(fc.property(county(), (schools) => { expect(evaluateCounty(schools, NATIONAL_STANDARD)).toEqual(evaluateCounty(schools)); })));
});

describe("教学点 below 50 merged into their 中心校", () => {
  const host = exactSchool("primary", "2133000001");
  it("add pupils, teachers and premises; the point itself is no section", () => {
    const result = evaluateCounty([host, { ...point("2133000002", 40, host.code), teachingArea: 680, indoorSportsArea: 0 }], by({ smallTeachingPoints: "merged" }));
    expect(result.sections).toHaveLength(1);
    expect(result.sections[0]).toMatchObject({ code: host.code, students: 1040 });
    expect(result.sections[0]?.values.degreeTeachers).toBeCloseTo((84 / 1040) * 100, 12);
    expect(result.sections[0]?.values.teachingArea).toBeCloseTo((4500 + 680) / 1040, 12);
    expect(result.excluded).toEqual([{ school: "学校2133000002", code: "2133000002", reason: `教学点在校生 40 人，不足 50 人，并入${host.name}计算` }]);
  });
  it("stay out without a 中心校, without pupils, and under the default; at 50 they are their own", () => {
    const merged = { smallTeachingPoints: "merged" } as const;
    for (const other of [point("2133000002", 40), point("2133000002", 40, "2133000099"), point("2133000002", 0, host.code)])
      expect(evaluateCounty([host, other], by(merged)).sections.map((section) => section.students)).toEqual([1000]);
    expect(evaluateCounty([host, point("2133000002", 40, host.code)]).sections[0]?.students).toBe(1000);
    expect(codes([host, point("2133000002", 50, host.code)], merged)).toEqual([host.code, "2133000002"]);
  });
  it("leave the 中心校 incomplete while a point is: a missing figure is never zero", () => {
    const { sections, verdict } = evaluateCounty([host, { ...point("2133000002", 40, host.code), multimediaRooms: null }], by({ smallTeachingPoints: "merged" }));
    expect(sections[0]?.values.multimediaRooms).toBeNull();
    expect(verdict.resourceAllocation).toBeNull();
  });
});

describe("which schools are assessed", () => {
  it("leaves out 完全小学 below 50 by that reading only", () => {
    const small = { ...exactSchool("primary", "2133000002"), students: { primary: 49, junior: null, senior: null } };
    expect(codes([exactSchool(), small], {})).toHaveLength(2);
    expect(codes([exactSchool(), small], { smallPrimarySchools: "excluded" })).toEqual(["2133000001"]);
    expect(codes([exactSchool(), { ...small, students: { primary: 50, junior: null, senior: null } }], { smallPrimarySchools: "excluded" })).toHaveLength(2);
  });
  it("leaves out operators by their type, and keeps one that is not registered", () => {
    const schools = ([7, 8, 10, 5, null] as const).map((operatorType, index) => ({ ...exactSchool("primary", `213300000${index}`), operatorType }));
    expect(codes(schools, {})).toHaveLength(5);
    expect(codes(schools, { privateSchools: "public" })).toEqual(["2133000000", "2133000001", "2133000003", "2133000004"]);
    expect(codes(schools, { privateSchools: "countyRun" })).toEqual(["2133000000", "2133000001", "2133000004"]);
  });
});

describe("deciding by the printed figures", () => {
  const school = (students: number, part: Partial<SchoolFacts>): SchoolFacts => ({ ...blank("primary"), students: { primary: students, junior: null, senior: null }, ...part });
  const at = (facts: SchoolFacts, rounding: Readings["rounding"]) => evaluateSchool(facts, by({ rounding }))[0];

  it("takes 4.195 as 4.20 and 4.1949… as 4.19", () => {
    const tie = school(20_000, { degreeTeachers: { primary: 839, junior: null } }); // 4.195
    const under = school(100_000, { degreeTeachers: { primary: 4194, junior: null } }); // 4.194
    expect([at(tie, "rounded")?.atStandard.degreeTeachers, at(under, "rounded")?.atStandard.degreeTeachers, at(tie, "unrounded")?.atStandard.degreeTeachers]).toEqual([true, false, false]);
    expect(formatValue("degreeTeachers", 4.195, printedLimit(by({ rounding: "rounded" }).readings, 4.2))).toBe("4.20");
    expect(formatValue("degreeTeachers", 4.195, printedLimit(DEFAULT_READINGS, 4.2))).toBe("4.19");
  });

  it("holds a floor of three decimals against two: 4.505 asks for 4.51", () => {
    const junior = (teachers: number): SchoolFacts => ({ ...blank("junior"), students: { primary: null, junior: 100_000, senior: null }, degreeTeachers: { primary: null, junior: teachers } });
    const floor = (teachers: number) => evaluateSchool(junior(teachers), by({ rounding: "rounded" }))[0]?.atFloor.degreeTeachers;
    expect([floor(4504), floor(4505)]).toEqual([false, true]); // 4.504 prints 4.50; 4.505 prints 4.51
  });

  it("asks for what is missing to the same mark", () => expect(at(school(20_000, { degreeTeachers: { primary: 830, junior: null } }), "rounded")?.shortfall.degreeTeachers).toBe(9));

  it("is never stricter for a threshold of two decimals, and agrees with rounding the exact fraction", () =>
    fc.assert(fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 0, max: 400 }), (students, teachers) => {
      const facts = school(students, { degreeTeachers: { primary: teachers, junior: null } });
      const hundredths = (2n * 10_000n * BigInt(teachers) + BigInt(students)) / (2n * BigInt(students)); // rounded half up
      expect(at(facts, "rounded")?.atStandard.degreeTeachers).toBe(hundredths >= 420n);
      if (at(facts, "unrounded")?.atStandard.degreeTeachers) expect(at(facts, "rounded")?.atStandard.degreeTeachers).toBe(true);
    })));

  it("passes a coefficient of 0.5004 that the default fails, and prints it so", () => {
    const rooms = (code: string, count: number) => ({ ...exactSchool("primary", code), students: { primary: 10_000, junior: null, senior: null }, multimediaRooms: count });
    const pair = [rooms("2133000001", 10_000), rooms("2133000002", 30_030)]; // CV 0.50037…
    const cv = (rounding: Readings["rounding"]) => evaluateCounty(pair, by({ rounding })).stages.primary?.indicators.multimediaRooms;
    expect([cv("rounded")?.cvPass, cv("unrounded")?.cvPass]).toEqual([true, false]);
    expect(formatCv(cv("rounded")?.cv ?? 0)).toBe("0.500");
  });

  it("fails exactly at 0.5005, which prints 0.501", () => {
    const rooms = (code: string, count: number) => ({ ...exactSchool("primary", code), students: { primary: 100_000, junior: null, senior: null }, multimediaRooms: count });
    const cv = (more: number) => evaluateCounty([rooms("2133000001", 4995 + more), rooms("2133000002", 15_005)], by({ rounding: "rounded" })).stages.primary?.indicators.multimediaRooms;
    expect([cv(0)?.cvPass, cv(1)?.cvPass]).toEqual([false, true]);
    expect(formatCv(cv(0)?.cv ?? 0, 0.5)).toBe("0.501");
  });
});

describe("raised thresholds", () => {
  it("judge, and say what is missing to them", () => {
    const thresholds = { ...NATIONAL_STANDARD.thresholds, backboneTeachers: { primary: 1.2, junior: 1 } };
    const section = evaluateSchool(exactSchool(), { thresholds })[0];
    expect(section).toMatchObject({ standardCount: 6, compliant: false, shortfall: { backboneTeachers: 2 } }); // 10 of 12: below 85 %
    expect(evaluateSchool(withAmount(exactSchool(), "backboneTeachers", 2), { thresholds })[0]?.standardCount).toBe(7);
  });
  it("leave the others as they are", () => expect(INDICATOR_KEYS.every((key) => NATIONAL_STANDARD.thresholds[key].primary === INDICATORS[key].threshold.primary)).toBe(true));
});

describe("a tie in a large county", () => {
  it("is decided exactly", () => {
    const schools = Array.from({ length: 6000 }, (_, index) => {
      const students = 50 + (index % 1500);
      return { ...exactSchool("primary", String(2_100_000_000 + index)), students: { primary: students, junior: null, senior: null }, multimediaRooms: (index % 3000 < 1500 ? 1 : 3) * students };
    });
    expect(evaluateCounty(schools).stages.primary?.indicators.multimediaRooms).toMatchObject({ cv: 0.5, cvPass: true });
  });
});
