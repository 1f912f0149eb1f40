import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeGroups, sumGroups, INTERVIEW_GROUPS } from "@/lib/interviews/rules";
import { yearTable, type YearCell } from "@/lib/ledger/list-years";
import { REQUEST_ACT_KEYS, REQUEST_STATES, isRequestLate, levelAbove, refuseRequestAct, requestRule, type RequestRole } from "@/lib/requests/rules";

describe("a request upward", () => {
  const roles = fc.subarray<RequestRole>(["asker", "answerer"]);
  it("knows for every state, act and role whether it may be done, and refuses with a sentence", () => {
    fc.assert(fc.property(fc.constantFrom(...REQUEST_STATES), fc.constantFrom(...REQUEST_ACT_KEYS), roles, (state, act, who) => {
      const rule = requestRule(act);
      const refusal = refuseRequestAct(state, act, who);
      if (who.includes(rule.by) && rule.from.includes(state)) expect(refusal).toBeNull();
      else expect(refusal).toMatch(/^[^A-Za-z]+。$/);
    }));
    // who asks never answers, who answers never says that it is solved
    for (const act of REQUEST_ACT_KEYS) expect([refuseRequestAct("sent", act, ["asker"]) === null, refuseRequestAct("answered", act, ["answerer"]) === null]).toEqual([act === "withdraw", false]);
    for (const act of REQUEST_ACT_KEYS) for (const state of ["settled", "withdrawn"] as const) expect(refuseRequestAct(state, act, ["asker", "answerer"])).not.toBeNull();
  });
  it("goes one real level up", () => {
    const of = (code: string, more: Partial<{ ofSchool: boolean; skipsCity: boolean }> = {}) => levelAbove({ code, ofSchool: false, skipsCity: false, ...more });
    expect([of("640422", { ofSchool: true }), of("640422"), of("310151", { skipsCity: true }), of("6404"), of("64"), of("cn")]).toEqual(["640422", "6404", "31", "64", "cn", null]);
  });
  it("is late unanswered after the day asked for, and unsolved after the day promised", () => {
    const late = (state: (typeof REQUEST_STATES)[number], dueOn: string, promisedOn: string | null) => isRequestLate({ state, dueOn, promisedOn }, "2026-07-01");
    expect([late("sent", "2026-06-30", null), late("sent", "2026-07-01", null), late("answered", "2026-06-30", "2026-07-01"), late("answered", "2026-06-30", "2026-06-30"), late("answered", "2026-06-30", null), late("settled", "2026-01-01", "2026-01-01")]).toEqual([true, false, false, true, false, false]);
  });
});

describe("counts of people", () => {
  it("add up by group, and groups that nobody met are left out", () => {
    fc.assert(fc.property(fc.array(fc.record({ groups: fc.array(fc.record({ group: fc.constantFrom(...INTERVIEW_GROUPS), met: fc.nat(99), satisfied: fc.nat(99) })) })), (records) => {
      const merged = mergeGroups(records);
      expect(sumGroups(merged).met).toBe(sumGroups(records.flatMap((one) => one.groups)).met);
      expect(merged.every((one) => one.met > 0)).toBe(true);
      expect(new Set(merged.map((one) => one.group)).size).toBe(merged.length);
    }));
  });
});

describe("the table by item and planned year", () => {
  const cell = (part: Partial<YearCell>): YearCell => ({ item: "sportsArea", gapUnit: "㎡", year: 2027, entries: 1, gap: 10, cost: null, uncosted: 1, ...part });
  it("keeps the standard's order, puts what is not planned last, and an unknown amount stays unknown", () => {
    const table = yearTable([cell({ year: null, gap: null }), cell({ year: 2026, gap: 2.5, cost: 100, uncosted: 0 }), cell({ item: "degreeTeachers", gapUnit: "人", gap: 3 }), cell({ item: "gov-1", gapUnit: null, gap: null, year: 2026 })], ["degreeTeachers", "sportsArea", "gov-1"]);
    expect(table.years).toEqual([2026, 2027, null]);
    expect(table.rows.map((row) => [row.item, row.entries, row.gap])).toEqual([["degreeTeachers", 1, 3], ["sportsArea", 2, 2.5], ["gov-1", 1, null]]);
    expect(table.costs).toEqual([{ year: 2026, cost: 100, entries: 2, uncosted: 1 }, { year: 2027, cost: null, entries: 1, uncosted: 1 }, { year: null, cost: null, entries: 1, uncosted: 1 }]);
  });
});
