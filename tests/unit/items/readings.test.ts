import { describe, expect, it } from "vitest";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { toItemFacts, type ItemFacts } from "@/lib/items/item-facts";
import { judgeCounty } from "@/lib/items/judge-county";
import { judgeSchool } from "@/lib/items/judge-school";
import { itemRules } from "@/lib/items/rules";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { Readings } from "@/lib/standard/readings";

const facts = (part: Partial<SchoolFacts> = {}): SchoolFacts => ({
  code: "2164000001", name: "东镇中心小学", kind: "primary", operatorType: 7, areaType: "town",
  students: { primary: 540, junior: null, senior: null }, classes: { primary: 12, junior: null }, maxClass: { primary: 45, junior: null },
  degreeTeachers: { primary: 30, junior: null }, backboneTeachers: { primary: 6, junior: null }, artsPeTeachers: { primary: 6, junior: null },
  teachingArea: 3000, indoorSportsArea: 200, sportsFieldArea: 5000, equipmentValueWan: 120, multimediaRooms: 14, ...part,
});
const more = (part: Partial<ItemFacts> = {}): ItemFacts => ({ ...toItemFacts({}), musicRooms: [], artRooms: [], builtYear: 2015, migrantStudents: 0, ...part });
const room = (area: number, builtYear: number | null = null) => [{ name: "一", area, builtYear }];
const judged = (item: string, f: SchoolFacts, m: ItemFacts, part: Partial<Readings>, year = 2025) => judgeSchool({ facts: f, more: m }, itemRules({ ...DEFAULT_READINGS, ...part }, year)).find((found) => found.item === item);

describe("音乐、美术教室 together", () => {
  it("lets one kind stand for the other by that reading only, each of its own area", () => {
    const only = more({ musicRooms: room(96) });
    expect([judged("gov-3", facts(), only, {})?.met, judged("gov-3", facts(), only, { musicArtRooms: "together" })?.met]).toEqual([false, true]);
    expect(judged("gov-3", facts(), more({ artRooms: room(89) }), { musicArtRooms: "together" })?.met).toBe(false);
  });
});

describe("the relaxations of 2019", () => {
  const old = more({ musicRooms: room(73, 2016), artRooms: room(67, 2016) });
  it("decide only where the reading says so, and within their days unless it says otherwise", () => {
    expect(judged("gov-3", facts(), old, {})).toMatchObject({ met: false, wouldRelax: true });
    expect(judged("gov-3", facts(), old, {})?.text).toContain("如适用则达标");
    expect(judged("gov-3", facts(), old, { relaxations: "dated" }, 2022)).toMatchObject({ met: true, relaxed: true });
    expect(judged("gov-3", facts(), old, { relaxations: "dated" }, 2023)?.met).toBe(false);
    expect(judged("gov-3", facts(), old, { relaxations: "extended" }, 2025)?.text).toContain("三年内达到完整标准");
    expect(judged("gov-3", facts(), old, { relaxations: "extended" }, 2018)).toEqual({ item: "gov-3", met: false, text: "应各有 1 间，达到面积的音乐教室 0 间、美术教室 0 间" });
  });
  it("hold to their conditions: the year of building, the area, the size of a rural school and its classes", () => {
    const relaxed = { relaxations: "extended" } as const;
    expect(judged("gov-3", facts(), more({ musicRooms: room(73, 2017), artRooms: room(67, 2016) }), relaxed)?.met).toBe(false);
    expect(judged("gov-3", facts(), more({ musicRooms: room(72.99, 2016), artRooms: room(67, 2016) }), relaxed)?.met).toBe(false);
    const rural = facts({ areaType: "rural", students: { primary: 99, junior: null, senior: null }, maxClass: { primary: 29, junior: null } });
    const small = more({ musicRooms: room(54), artRooms: room(54) });
    expect(judged("gov-3", rural, small, relaxed)?.met).toBe(true);
    for (const change of [{ areaType: "town" as const }, { maxClass: { primary: 30, junior: null } }, { students: { primary: 100, junior: null, senior: null } }, { maxClass: { primary: null, junior: null } }])
      expect(judged("gov-3", { ...rural, ...change }, small, relaxed)?.met).toBe(false);
  });
  it("let an older or migrants' school be larger, by its kind", () => {
    const large = (kind: SchoolFacts["kind"], primary: number, junior: number | null) => facts({ kind, students: { primary, junior, senior: null } });
    const size = (f: SchoolFacts, m: Partial<ItemFacts>) => judged("gov-4", f, more(m), { relaxations: "extended" })?.met;
    expect([size(large("primary", 2400, null), { builtYear: 2010 }), size(large("primary", 2401, null), { builtYear: 2010 }), size(large("primary", 2400, null), { builtYear: 2011 })]).toEqual([true, false, false]);
    expect([size(large("primary", 2400, null), { migrantStudents: 1201 }), size(large("primary", 2400, null), { migrantStudents: 1200 })]).toEqual([true, false]);
    expect([size(large("nine_year", 2000, 1000), { builtYear: 2000 }), size(large("twelve_year", 2000, 1000), { builtYear: 2000 })]).toEqual([true, false]);
  });
  it("are told in the county's sentence on both bases", () => {
    const county = (part: Partial<Readings>) => judgeCounty([{ facts: facts(), more: old }], {}, itemRules({ ...DEFAULT_READINGS, ...part }, 2025)).find((found) => found.item === "gov-3");
    expect(county({})).toMatchObject({ met: false, text: "1 所学校未达标；其中 1 所如适用过渡性规定则达标" });
    expect(county({ relaxations: "extended" })).toMatchObject({ met: true, text: "1 所学校均达标；1 所按过渡性规定达标，须在认定后三年内达到完整标准" });
  });
});

describe("按 100 人核定", () => {
  it("asks every small school, or only 村小学和教学点", () => {
    const town = facts({ students: { primary: 80, junior: null, senior: null } });
    const verdict = (smallSchoolFunds: Readings["smallSchoolFunds"], school: SchoolFacts) =>
      judgeCounty([{ facts: school, more: more({ fundsAllocated: 1 }) }], { "gov-6": { perPupilStandard: 720, juniorPerPupilStandard: 940 } }, itemRules({ ...DEFAULT_READINGS, smallSchoolFunds }, 2025)).find((found) => found.item === "gov-6");
    expect([verdict("all", town)?.met, verdict("village", town)?.met, verdict("village", { ...town, areaType: "rural" })?.met]).toEqual([false, true, false]);
  });
});
