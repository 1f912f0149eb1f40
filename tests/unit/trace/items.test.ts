import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTY_FORMS } from "@/lib/counties/form";
import type { FieldSpec, FieldValue, SectionData } from "@/lib/forms/field";
import { toItemFacts, type ItemFacts } from "@/lib/items/item-facts";
import { COUNTY_RULES } from "@/lib/items/county-rules";
import { ITEM_ORDER, judgeCounty } from "@/lib/items/judge-county";
import { itemRules } from "@/lib/items/rules";
import type { JudgedSchool } from "@/lib/items/verdicts";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { SchoolKind } from "@/lib/standard/school-kinds";
import { explainCountyFact } from "@/lib/trace/explain-county-fact";
import { explainItem, verdictOf } from "@/lib/trace/explain-item";
import { askedOfSchools, notAsked, schoolItemInputs, schoolSays } from "@/lib/trace/explain-school-item";
import { itemRuleOf } from "@/lib/trace/item-rules";
import { blank } from "../evaluation/build";

const count = fc.option(fc.integer({ min: 0, max: 260 }), { nil: null, freq: 12 });
const small = fc.integer({ min: 0, max: 60 });
const rooms = fc.option(fc.array(fc.record({ name: fc.constant("一"), area: fc.constantFrom(54, 67, 73, 90, 96, 120, null), builtYear: fc.constantFrom(2015, 2020, null) }), { maxLength: 4 }), { nil: null, freq: 12 });
const bool = fc.option(fc.boolean(), { nil: null, freq: 12 });
const said = fc.constantFrom("met" as const, "met" as const, "met" as const, "unmet" as const, null);
const classes = fc.option(fc.array(fc.integer({ min: 20, max: 52 }), { minLength: 1, maxLength: 6 }), { nil: null, freq: 12 });
const KINDS: SchoolKind[] = ["primary", "junior", "nine_year", "complete_secondary", "teaching_point", "special"];

const more: fc.Arbitrary<ItemFacts> = fc.record({
  primary: classes, junior: classes, rooms: fc.tuple(rooms, rooms), zone: fc.tuple(count, count), staff: fc.tuple(count, count), done: fc.tuple(count, count), funds: fc.tuple(count, count, count),
  left: fc.tuple(count, count, small, small, small), boarding: bool, charter: bool, said: fc.tuple(said, said, said, said, said),
}).map(({ primary, junior, rooms: [music, art], zone, staff, done, funds, left, boarding, charter, said: [a, b, c, d, e] }) => ({
  ...toItemFacts({}), boarding, charter, classes: { primary, junior }, musicRooms: music, artRooms: art, inZone: { primary: zone[0], junior: zone[1] }, fullTime: { primary: staff[0], junior: staff[1] },
  trained: done[0], certified: done[1], fundsBudget: funds[0], trainingBudget: funds[1], fundsAllocated: funds[2],
  graduation: { graduates: left[0], entrants: left[1], transferredIn: left[2], transferredOut: left[3], deceased: left[4] }, statements: { "qual-3": a, "qual-5": b, "qual-6": c, "qual-7": d, "qual-8": e },
}));

const school = (serial: number): fc.Arbitrary<JudgedSchool> => fc.record({ kind: fc.constantFrom(...KINDS), primary: count, junior: count, more, area: fc.constantFrom("urban" as const, "town" as const, "rural" as const), operator: fc.constantFrom(7, 10, null) })
  .map(({ kind, primary, junior, more: own, area, operator }) => {
    const facts = blank(kind, `21330000${String(serial).padStart(2, "0")}`);
    return { more: own, facts: { ...facts, areaType: area, operatorType: operator, students: { primary, junior, senior: null }, classes: { primary: own.classes.primary?.length ?? null, junior: own.classes.junior?.length ?? null } } };
  });
const county = fc.integer({ min: 0, max: 8 }).chain((size) => fc.tuple(...Array.from({ length: size }, (_, serial) => school(serial))));

/** A value as the county's form would take it: what is required is there. */
const valueOf = ({ type, max, required, options }: FieldSpec): fc.Arbitrary<FieldValue> => {
  const value: fc.Arbitrary<FieldValue> = type === "bool" ? fc.boolean() : type === "choice" ? fc.constantFrom(...(options ?? []).map((option) => option.value)) : type === "decimal" && (max ?? 0) <= 10 ? fc.integer({ min: 0, max: 40 }).map((n) => n / 100) : fc.integer({ min: 0, max: Math.min(max ?? 5, 400) });
  return required ? value : fc.option(value, { nil: null });
};
const dataOf = (fields: FieldSpec[]): fc.Arbitrary<SectionData> => fc.tuple(...fields.map((field) => valueOf(field).map((value): [string, FieldValue] => [field.key, value]))).map((pairs) => Object.fromEntries(pairs));
describe("the derivation of an item that the county enters", () => {
  it("has a rule in words for each of the 15 + 9 + 1 and the veto", () => {
    for (const item of ITEM_ORDER) expect([item, itemRuleOf(item).rule.length > 8]).toEqual([item, true]);
    expect(itemRuleOf("gov-16").rule).toBe("");
  });

  it.each(COUNTY_RULES.map(({ item }) => item))("%s: its conditions together give the verdict of the rule", (item) => {
    const [rule, form] = [COUNTY_RULES.find((one) => one.item === item), COUNTY_FORMS.find((one) => one.item === item)];
    if (!rule || !form) throw new Error(item);
    // an entry that the form refuses has no derivation to be held against
    const halfPair = (data: SectionData) => item === "recognition" && typeof data.interviewed === "number" && data.interviewed > 0 && data.interviewedSatisfied === null;
    fc.assert(fc.property(dataOf(form.fields), (data) => {
      fc.pre(!halfPair(data));
      const conditions = explainCountyFact(item, data);
      expect(conditions.length).toBeGreaterThan(0);
      expect(verdictOf(conditions)).toBe(rule.judge(data).met);
    }), { numRuns: 200 });
    expect(explainCountyFact(item, null)).toEqual([{ name: "县级数据", text: "尚未审定", met: null }]);
  });

  it("shows shares unrounded, so that a figure just below its limit does not print as the limit", () => {
    const [first, second] = explainCountyFact("gov-11", { eligible: 1001, exchanged: 100, backbone: 20 });
    expect(first).toEqual({ name: "交流教师占比", text: "100 ÷ 1,001 × 100% = 9.99000999001%，应不低于 10%", met: false });
    expect(second).toEqual({ name: "其中骨干教师占比", text: "20 ÷ 100 × 100% = 20%，应不低于 20%", met: true });
    expect(explainCountyFact("gov-15", { careSystem: true, eligible: 0, public: 0, purchased: 0 })[0]).toMatchObject({ text: "没有应计算的对象", met: true });
    expect(explainCountyFact("gov-14", { plan: 0, allocated: 0 })[0]).toMatchObject({ met: null });
  });
});

describe("the derivation of an item that the schools decide", () => {
  const bySchool = ITEM_ORDER.filter(askedOfSchools);
  it("gives the verdict of the computation and names the schools that fail, under every reading", () => {
    expect(bySchool).toHaveLength(14);
    fc.assert(fc.property(county, fc.constantFrom("all" as const, "village" as const), fc.constantFrom("oneEach" as const, "together" as const), fc.constantFrom("off" as const, "extended" as const), fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }), (schools, smallSchoolFunds, musicArtRooms, relaxations, standard) => {
      const rules = itemRules({ ...DEFAULT_READINGS, smallSchoolFunds, musicArtRooms, relaxations }, 2025);
      const facts = standard === null ? {} : { "gov-6": { perPupilStandard: standard, juniorPerPupilStandard: standard * 2 } };
      for (const verdict of judgeCounty(schools, facts, rules)) {
        if (!askedOfSchools(verdict.item)) continue;
        const trace = explainItem(verdict.item, schools, facts, rules);
        expect([verdict.item, verdictOf(trace.conditions)]).toEqual([verdict.item, verdict.met]);
        // 政府保障 6 is not decided while a figure is missing, and then names nobody
        if (verdict.item !== "gov-6" || verdict.met !== null) expect([verdict.item, trace.schools.filter(({ met }) => met === false).map(({ name }) => name).sort()]).toEqual([verdict.item, [...verdict.failing].sort()]);
        expect(trace.schools.length + trace.left.reduce((sum, one) => sum + one.schools.length, 0)).toBe(schools.length);
      }
    }), { numRuns: 150 });
  });

  it("puts what fails first, then what is open, and names a form for every figure of a school", () => {
    fc.assert(fc.property(school(1), (own) => {
      for (const item of bySchool) {
        for (const input of schoolItemInputs(item, own)) expect(input.form).toMatch(/^学校自评表“.+”：|^学校登记信息$/);
        if (notAsked(item, own, itemRules(DEFAULT_READINGS, 2025)) === null) expect(schoolSays(item, own, itemRules(DEFAULT_READINGS, 2025), null)?.text).toBeTruthy();
      }
    }), { numRuns: 60 });
    const at = (serial: string, sizes: number[] | null): JudgedSchool => ({ facts: { ...blank("primary", `21330000${serial}`), students: { primary: 90, junior: null, senior: null } }, more: { ...toItemFacts({}), classes: { primary: sizes, junior: null } } });
    const { schools, conditions } = explainItem("gov-5", [at("01", [45]), at("02", null), at("03", [46, 45])], {}, itemRules(DEFAULT_READINGS, 2025));
    expect(schools.map(({ code, text, met }) => [code.slice(-2), text, met])).toEqual([["03", "小学 1 个班超过 45 人（最大 46 人）", false], ["02", "各班学生数未填全", null], ["01", "各班均未超过标准班额", true]]);
    expect(conditions).toEqual([{ name: "各校", text: "3 所中 1 所达标，1 所未达标，1 所数据不全", met: false }]);
  });

  it("of 就近划片 and 巩固率 shows the totals over the schools that are asked", () => {
    const junior = (serial: string, graduates: number | null): JudgedSchool => ({ facts: { ...blank("junior", `21330000${serial}`), areaType: "town", operatorType: 7, students: { primary: null, junior: 300, senior: null } }, more: { ...toItemFacts({}), boarding: false, inZone: { primary: null, junior: 290 }, graduation: { graduates, entrants: 102, transferredIn: 4, transferredOut: 1, deceased: 2 } } });
    const rules = itemRules(DEFAULT_READINGS, 2025);
    expect(explainItem("qual-1", [junior("01", 98), junior("02", 99)], {}, rules)).toMatchObject({ conditions: [{ text: "191 ÷ 200 × 100% = 95.5%，应不低于 95%", met: true }], schools: [{ text: "98 − 4 + 1 = 95；102 − 2 = 100" }, { text: "99 − 4 + 1 = 96；102 − 2 = 100" }] });
    // who falls short of the whole stands first: 98 − 4 + 1 of 100 do, 104 − 4 + 1 do not
    expect(explainItem("qual-1", [junior("01", 104), junior("02", 98)], {}, rules).schools.map(({ code, short }) => [code.slice(-2), short])).toEqual([["02", true], ["01", false]]);
    expect(explainItem("gov-13", [{ ...junior("01", 98), more: { ...junior("01", 98).more, inZone: { primary: null, junior: 300 } } }, junior("02", 98)], {}, rules).schools.map(({ code, short, text }) => [code.slice(-2), short, text])).toEqual([["02", true, "初中 290／300 人"], ["01", false, "初中 300／300 人"]]);
    expect(explainItem("qual-1", [junior("01", null), junior("02", 99)], {}, rules).conditions).toEqual([{ name: "初中三年巩固率", text: "有学校没有填全，不计算", met: null }]);
    expect(explainItem("gov-13", [junior("01", 98), { ...junior("02", 99), facts: { ...junior("02", 99).facts, areaType: "rural" } }], {}, rules)).toMatchObject({ conditions: [{ met: true }, { text: "290 ÷ 300 × 100% = 96.666666666667%，应不低于 95%", met: true }], left: [{ reason: "乡村学校不计", schools: ["学校2133000002"] }] });
  });
});
