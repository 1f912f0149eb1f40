import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { STAGES } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import { projectCounty } from "@/lib/time-series/project-county";
import { wayText } from "@/lib/time-series/projection-text";
import { NO_ROSTER, withRoster, type Closing, type Opening, type Roster } from "@/lib/time-series/roster";
import { county, exactSchool } from "../evaluation/build";

const { thresholds } = NATIONAL_STANDARD;
const of = (more: Partial<Roster>): Roster => ({ ...NO_ROSTER, ...more });
const ids = (schools: readonly SchoolFacts[]) => new Map(schools.map(({ code }) => [`s${code}`, code]));
const closing = (code: string, into: string | null, day = "2027-08-31"): Closing => ({ schoolId: `s${code}`, name: `校${code}`, day, intoId: into === null ? null : `s${into}` });
const [A, B, C] = ["2133000001", "2133000002", "2133000003"];
const school = (code: string, students: number): SchoolFacts => ({ ...exactSchool("primary", code), students: { primary: students, junior: null, senior: null } });
const pupils = (schools: readonly SchoolFacts[], stage: "primary" | "junior") => schools.filter(({ kind }) => stagesOf(kind).includes(stage)).reduce((sum, { students }) => sum + (students[stage] ?? 0), 0);

describe("schools that close", () => {
  it("go with pupils and teachers to the one they are merged into, and leave their premises", () => {
    const [a, b] = [school(A, 300), school(B, 500)];
    const { schools, counted, left } = withRoster([a, b], ids([a, b]), of({ closings: [closing(A, B)] }), thresholds);
    expect([schools.length, left]).toEqual([1, []]);
    expect(schools[0]).toMatchObject({ code: B, students: { primary: 800 }, teachingArea: b.teachingArea, multimediaRooms: b.multimediaRooms });
    expect(schools[0]?.degreeTeachers.primary).toBe((a.degreeTeachers.primary ?? 0) + (b.degreeTeachers.primary ?? 0));
    expect(counted).toEqual([{ name: `校${A}`, day: "2027-08-31", pupils: null, text: `并入${b.name}：学生和教师随转，校舍、设备和教室不计` }]);
  });

  it("without a receiver give their pupils to the others in proportion, and their teachers to nobody", () => {
    const all = [school(A, 100), school(B, 300), school(C, 100)];
    const { schools } = withRoster(all, ids(all), of({ closings: [closing(A, null)] }), thresholds);
    expect(schools.map(({ code, students }) => [code, students.primary])).toEqual([[B, 375], [C, 125]]);
    expect(schools[0]?.degreeTeachers).toEqual(all[1]?.degreeTeachers);
  });

  it("stay where they cannot be merged, and are named with the reason", () => {
    const all = [school(A, 100), exactSchool("junior", B), school(C, 90)];
    const { schools, counted, left } = withRoster(all, ids(all), of({ closings: [closing(A, B), closing(C, "2133000009")] }), thresholds);
    expect([schools, counted]).toEqual([all, []]);
    expect(left.map(({ why }) => why)).toEqual([`${all[1]?.name}没有相应学段`, "并入的学校没有审定数据或已先停办"]);
    const only = [school(A, 100)];
    expect(withRoster(only, ids(only), of({ closings: [closing(A, null)] }), thresholds).left.map(({ why }) => why)).toEqual(["没有其他学校可以接收学生"]);
  });

  it("are taken in the order of their days: into one that has closed by then nobody is merged", () => {
    const all = [school(A, 100), school(B, 200), school(C, 300)];
    const chain = withRoster(all, ids(all), of({ closings: [closing(B, C, "2027-08-31"), closing(A, B, "2026-08-31")] }), thresholds);
    expect([chain.schools.map(({ students }) => students.primary), chain.left]).toEqual([[600], []]);
    const late = withRoster(all, ids(all), of({ closings: [closing(B, C, "2026-08-31"), closing(A, B, "2027-08-31")] }), thresholds);
    expect([late.schools.map(({ students }) => students.primary), late.left.length]).toEqual([[100, 500], 1]);
  });
});

describe("schools that open", () => {
  const opening = (places: number, name = "新校"): Opening => ({ name, stage: "primary", places, day: "2027-08-20" });
  it("fill as all seats of the stage are filled, from the others in proportion, and are at the standard", () => {
    const all = [school(A, 600), school(B, 300)];
    const { schools, counted } = withRoster(all, ids(all), of({ openings: [opening(200)], seats: { primary: 1000, junior: null } }), thresholds);
    // 900 pupils on 1,200 seats: three quarters of 200
    expect(schools.map(({ students }) => students.primary)).toEqual([500, 250, 150]);
    expect(counted[0]).toMatchObject({ name: "新校", pupils: 150 });
    const built = schools[2];
    expect(built && evaluateCounty([built]).sections[0]?.standardCount).toBe(7);
  });

  it("without a table of seats share with the present pupils, and never take more than there are seats", () => {
    const all = [school(A, 900)];
    expect(withRoster(all, ids(all), of({ openings: [opening(300)] }), thresholds).schools.map(({ students }) => students.primary)).toEqual([675, 225]);
    expect(withRoster(all, ids(all), of({ openings: [opening(100)], seats: { primary: 200, junior: null } }), thresholds).schools.map(({ students }) => students.primary)).toEqual([800, 100]);
    expect(withRoster([exactSchool("junior", A)], new Map(), of({ openings: [opening(100)] }), thresholds).left.map(({ why }) => why)).toEqual(["没有可以转入的小学学生"]);
  });
});

describe("the roster of a county", () => {
  const some = fc.record({
    schools: county(), places: fc.array(fc.record({ stage: fc.constantFrom(...STAGES), places: fc.integer({ min: 1, max: 3000 }) }), { maxLength: 3 }),
    closing: fc.array(fc.tuple(fc.nat(20), fc.option(fc.nat(20))), { maxLength: 4 }), seats: fc.record({ primary: fc.option(fc.nat(9000)), junior: fc.option(fc.nat(9000)) }),
  });
  it("changes where pupils are and never how many, and no school has fewer than none", () => {
    fc.assert(fc.property(some, ({ schools, places, closing: closed, seats }) => {
      const known = schools.filter(({ kind, students }) => stagesOf(kind).every((stage) => students[stage] !== null));
      const codes = known.map(({ code }) => code);
      const pick = (at: number) => codes[at % Math.max(codes.length, 1)] ?? A;
      const roster = of({ seats, openings: places.map((one, at) => ({ ...one, name: `新校${at}`, day: "2027-08-20" })), closings: closed.map(([from, into], at) => closing(pick(from), into === null ? null : pick(into), `2026-0${at + 1}-01`)) });
      const { schools: after, counted } = withRoster(known, ids(known), roster, thresholds);
      for (const stage of STAGES) expect(pupils(after, stage)).toBe(pupils(known, stage));
      for (const { students } of after) for (const stage of STAGES) expect(students[stage] ?? 0).toBeGreaterThanOrEqual(0);
      expect(new Set(after.map(({ code }) => code)).size).toBe(after.length);
      for (const one of counted) if (one.pupils !== null) expect(one.pupils).toBeLessThanOrEqual(roster.openings.find(({ name }) => name === one.name)?.places ?? 0);
      expect(withRoster(known, ids(known), NO_ROSTER, thresholds)).toEqual({ schools: known, counted: [], left: [] });
    }), { numRuns: 80 });
  });

  it("enters the projection beside the measures, not the figures without them, and is said in words", () => {
    const grades = { primary: [100, 100, 100, 100, 100, 100], junior: null };
    const schools = [A, B].map((code, at) => ({ id: `s${code}`, facts: { ...school(code, 600), multimediaRooms: at === 0 ? 30 : 10 }, grades }));
    const still = { low: 1, high: 1 };
    const plain = projectCounty(schools, still, [], NATIONAL_STANDARD, 2025, 2028);
    const merged = projectCounty(schools, still, [], NATIONAL_STANDARD, 2025, 2028, of({ closings: [closing(A, B)] }));
    const opened = projectCounty(schools, still, [], NATIONAL_STANDARD, 2025, 2028, of({ openings: [{ name: "新校", stage: "primary", places: 300, day: "2027-08-20" }] }));
    const cv = (one: typeof plain, side: "with" | "without") => one.cvs.find(({ key }) => key === "multimediaRooms")?.[side]?.high;
    expect([cv(merged, "without"), cv(opened, "without"), cv(plain, "with")]).toEqual([cv(plain, "without"), cv(plain, "without"), cv(plain, "without")]);
    expect(cv(merged, "with")).toBe(0); // one school is left
    expect(cv(opened, "with")).not.toBe(cv(plain, "with"));
    // one enrolment, two ways to fit the new school out: the standard and the mean of the county
    const range = opened.cvs.find(({ key }) => key === "multimediaRooms")?.with;
    expect(range?.low).toBeLessThan(range?.high ?? 0);
    expect(opened.pupils).toEqual(plain.pupils);
    expect(opened.roster).toEqual([{ name: "新校", day: "2027-08-20", pupils: { low: 240, high: 240 }, text: expect.stringContaining("300 个学位") }]);
    expect(wayText({ ...opened, byGrade: 2, schools: 2, transition: still })).toContain("计入 1 项");
    expect(wayText({ ...merged, byGrade: 2, schools: 2, transition: still })).not.toContain("两种配置");
    expect(wayText({ ...plain, byGrade: 2, schools: 2, transition: still })).toContain("没有可以计入的新建和撤并");
  });
});
