import { describe, expect, it } from "vitest";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { toItemFacts, type ItemFacts } from "@/lib/items/item-facts";
import { ITEM_ORDER, judgeCounty } from "@/lib/items/judge-county";
import { judgeSchool } from "@/lib/items/judge-school";
import { shareText } from "@/lib/items/share";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS } from "@/lib/standard/items";

const facts = (part: Partial<SchoolFacts> = {}): SchoolFacts => ({
  code: "2164000001", name: "东镇中心小学", kind: "primary", operatorType: 7, areaType: "town",
  students: { primary: 540, junior: null, senior: null }, classes: { primary: 12, junior: null }, maxClass: { primary: 45, junior: null },
  degreeTeachers: { primary: 30, junior: null }, backboneTeachers: { primary: 6, junior: null }, artsPeTeachers: { primary: 6, junior: null },
  teachingArea: 3000, indoorSportsArea: 200, sportsFieldArea: 5000, equipmentValueWan: 120, multimediaRooms: 14, ...part,
});
const more = (part: Partial<ItemFacts> = {}): ItemFacts => ({
  builtYear: 1990, boarding: false, classes: { primary: Array.from({ length: 12 }, () => 45), junior: null },
  musicRooms: [{ name: "一", area: 96, builtYear: null }], artRooms: [{ name: "一", area: 90, builtYear: null }], migrantStudents: 10,
  inZone: { primary: 540, junior: null }, fullTime: { primary: 36, junior: null }, certified: 36, trained: 36, fundsBudget: 60, trainingBudget: 3, fundsAllocated: null,
  graduation: { graduates: null, entrants: null, transferredIn: null, transferredOut: null, deceased: null }, charter: true,
  statements: { "qual-3": "met", "qual-5": "met", "qual-6": "met", "qual-7": "met", "qual-8": "met" },
  safety: { guards: true, closedCampus: true, alarms: true, crossingGuards: true }, counsellors: 1, ...part,
});
const item = (key: string, f: SchoolFacts, m: ItemFacts) => judgeSchool({ facts: f, more: m }).find((judged) => judged.item === key)?.met;

describe("school-level items", () => {
  it("passes at each limit exactly", () => {
    expect(judgeSchool({ facts: facts(), more: more() }).map((judged) => judged.met)).not.toContain(false);
  });

  it.each([
    ["gov-3", "a 13th class needs a second room of each kind", { classes: { primary: 13, junior: null } }, {}],
    ["gov-3", "a room one hundredth too small does not count", {}, { musicRooms: [{ name: "一", area: 95.99, builtYear: null }] }],
    ["gov-4", "2,001 pupils", { students: { primary: 2001, junior: null, senior: null } }, {}],
    ["gov-5", "one class of 46 among many small ones", {}, { classes: { primary: [20, 20, 46], junior: null } }],
    ["gov-9", "one teacher short of 360 hours", {}, { trained: 35 }],
    ["gov-12", "one teacher without a certificate", {}, { certified: 35 }],
    ["qual-4", "training funds a hair below 5 %", {}, { trainingBudget: 2.9999 }],
    ["qual-3", "no charter, whatever is said", {}, { charter: false }],
  ])("%s fails: %s", (key, _why, f, m) => expect(item(key, facts(f), more(m))).toBe(false));

  it("is open, not failed, while something is missing", () => {
    expect(item("gov-5", facts(), more({ classes: { primary: null, junior: null } }))).toBeNull();
    expect(item("qual-4", facts(), more({ trainingBudget: null }))).toBeNull();
    expect(item("gov-3", facts(), more({ artRooms: null }))).toBeNull();
  });

  it("counts a school with no room of a kind as having none", () => expect(item("gov-3", facts(), more({ artRooms: [] }))).toBe(false));

  it("lets a nine-year school have 2,500, a junior class 50", () => {
    const nine = facts({ kind: "nine_year", students: { primary: 1500, junior: 1000, senior: null }, classes: { primary: 34, junior: 20 } });
    expect(item("gov-4", nine, more())).toBe(true);
    expect(item("gov-5", nine, more({ classes: { primary: [45], junior: [50] } }))).toBe(true);
    expect(item("gov-5", nine, more({ classes: { primary: [45], junior: [51] } }))).toBe(false);
  });

  it("takes an unanswered statement as open", () => {
    const { statements } = toItemFacts({ statements: { moralStatement: { conclusion: "met", text: " " }, workloadStatement: { conclusion: "unmet", text: "作业偏多" } } });
    expect(statements).toMatchObject({ "qual-6": null, "qual-8": "unmet" });
  });
});

describe("county items", () => {
  const verdict = (key: string, data: Parameters<typeof judgeCounty>[1], schools = [{ facts: facts(), more: more() }]) => judgeCounty(schools, data).find((found) => found.item === key);

  it("judges every item of the standard, in its order", () => {
    expect(judgeCounty([], {}).map((found) => found.item)).toEqual(ITEM_ORDER);
    expect(ITEM_ORDER).toEqual([...GOVERNMENT_ITEMS, ...QUALITY_ITEMS].map((entry) => entry.key).concat("recognition", "veto"));
    expect(judgeCounty([], {}).map((found) => found.met)).not.toContain(true);
  });

  it.each([
    ["gov-7", { funds: 800_000, pupils: 100 }, { funds: 799_999, pupils: 100 }],
    ["gov-8", { teacherPay: 90_000, civilServantPay: 90_000, performancePay: true }, { teacherPay: 90_000, civilServantPay: 90_000, performancePay: false }],
    ["gov-11", { eligible: 200, exchanged: 20, backbone: 4 }, { eligible: 200, exchanged: 20, backbone: 3 }],
    ["gov-14", { plan: 1000, allocated: 500, rural: 300 }, { plan: 1000, allocated: 499, rural: 300 }],
    ["gov-15", { careSystem: true, eligible: 100, public: 80, purchased: 5 }, { careSystem: true, eligible: 100, public: 80, purchased: 4 }],
    ["qual-2", { children: 200, enrolled: 190 }, { children: 200, enrolled: 189 }],
    ["qual-9", { chineseLevel: 3, chineseSpread: 0.149 }, { chineseLevel: 3, chineseSpread: 0.15 }],
    ["recognition", { valid: 1000, satisfied: 850 }, { valid: 1000, satisfied: 849 }],
    ["recognition", { valid: 1000, satisfied: 900, interviewed: 100, interviewedSatisfied: 85 }, { valid: 1000, satisfied: 900, interviewed: 100, interviewedSatisfied: 84 }],
    ["veto", { exam: false, choice: false, keySchools: false, posts: false, incident: false, falsified: false }, { exam: false, choice: false, keySchools: false, posts: false, incident: false, falsified: true }],
  ])("%s passes at its limit and fails below", (key, at, below) => {
    expect(verdict(key, { [key]: at })?.met).toBe(true);
    expect(verdict(key, { [key]: below })?.met).toBe(false);
  });

  it("computes 初中三年巩固率 over all junior schools by the first formula", () => {
    const junior = (graduates: number) => ({ facts: facts({ kind: "junior", code: `31640000${graduates}` }), more: more({ graduation: { graduates, entrants: 102, transferredIn: 4, transferredOut: 1, deceased: 2 } }) });
    // (98 − 4 + 1 + 98 − 4 + 1) ÷ (100 + 100) = 95 %
    expect(verdict("qual-1", {}, [junior(98), junior(98)])).toMatchObject({ met: true, text: expect.stringContaining("95.0%") });
    expect(verdict("qual-1", {}, [junior(98), junior(97)])?.met).toBe(false);
  });

  it("gives each school below 100 pupils the funds of 100", () => {
    const small = (wan: number | null) => ({ facts: facts({ students: { primary: 60, junior: null, senior: null } }), more: more({ fundsAllocated: wan }) });
    const standards = { "gov-6": { perPupilStandard: 800, juniorPerPupilStandard: 1000 } };
    expect(verdict("gov-6", standards, [small(8)])?.met).toBe(true);
    expect(verdict("gov-6", standards, [small(7.99)])).toMatchObject({ met: false, failing: ["东镇中心小学"] });
    expect(verdict("gov-6", standards, [small(null)])?.met).toBeNull();
  });

  it("never prints a share as having reached a limit that it has not", () => {
    expect(shareText(8499, 10_000)).toBe("84.9%");
    expect(shareText(949_999, 1_000_000)).toBe("94.9%");
    expect(shareText(17, 20)).toBe("85.0%");
  });
});
