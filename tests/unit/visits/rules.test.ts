import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_KEYS } from "@/lib/visits/check-items";
import { VISIT_ACT_KEYS, VISIT_ACTS, VISIT_ROLES, VISIT_STATES, afterVisitAct, countsOnList, isDone, isMissed, kindsOf, refuseByList, refusePlannedDay, refuseVisitAct, refuseVisitedDay, type VisitAct, type VisitState } from "@/lib/visits/rules";
import { planInput, recordInput } from "@/lib/visits/schema";

const state = fc.constantFrom(...VISIT_STATES);
const act = fc.constantFrom(...VISIT_ACT_KEYS);
const role = fc.constantFrom(...VISIT_ROLES, null);

describe("who may do what when, with a visit", () => {
  it("over all states × acts × roles: what is allowed starts from a state of the act and belongs to the role", () => {
    for (const from of VISIT_STATES) for (const what of VISIT_ACT_KEYS) for (const who of [...VISIT_ROLES, null]) {
      const states: readonly string[] = VISIT_ACTS[what].from;
      const roles: readonly (string | null)[] = VISIT_ACTS[what].by;
      const refusal = refuseVisitAct(from, what, who);
      expect(refusal === null, `${from} ${what} ${who}`).toBe(states.includes(from) && roles.includes(who));
      if (refusal) expect(refusal).toMatch(/。$/);
    }
  });
  it("only the school confirms, only the visitor records, and neither does the other's part", () => {
    fc.assert(fc.property(state, role, (from, who) => {
      if (refuseVisitAct(from, "acknowledge", who) === null) expect([from, who]).toEqual(["recorded", "school"]);
      if (refuseVisitAct(from, "record", who) === null || refuseVisitAct(from, "amend", who) === null) expect(who).toBe("visitor");
    }));
  });
  it("whatever people try: a confirmed or cancelled visit stays, and nothing is confirmed that was not recorded", () => {
    fc.assert(fc.property(fc.array(fc.tuple(act, role), { maxLength: 12 }), (tries) => {
      let at: VisitState = "planned";
      const done: VisitAct[] = [];
      for (const [what, who] of tries) {
        if (refuseVisitAct(at, what, who) !== null) continue;
        expect(at === "acknowledged" || at === "cancelled").toBe(false);
        at = afterVisitAct(what);
        done.push(what);
      }
      if (at === "acknowledged") expect(done).toContain("record");
      if (isDone(at)) expect(countsOnList(at)).toBe(true);
    }), { numRuns: 1_000 });
  });
  it("each office brings its own kinds; the rest bring none", () => {
    expect(kindsOf("inspector")).toEqual(["routine", "special"]);
    expect(kindsOf("education")).not.toContain("routine");
    for (const office of ["principal", "filler", "unit", "government", ""]) expect(kindsOf(office)).toEqual([]);
  });
});

describe("a school's yearly list", () => {
  it("takes visits up to the limit and refuses the next with its figures; without a limit it takes all", () => {
    fc.assert(fc.property(fc.nat(60), fc.option(fc.integer({ min: 1, max: 40 })), (counted, limit) => {
      const refusal = refuseByList({ school: "第一小学", year: 2026, counted, limit });
      expect(refusal === null).toBe(limit === null || counted < limit);
      if (refusal) expect(refusal).toContain(`${counted} 次，达到本县上限 ${limit} 次`);
    }));
    expect(VISIT_STATES.filter(countsOnList)).toEqual(["planned", "recorded", "acknowledged"]);
  });
  it("days: planned from today to a year ahead, taken place by today and in the year that it counts against", () => {
    expect(refusePlannedDay("2026-11-21", "2026-11-22")).toMatch(/不能早于今天/);
    expect([refusePlannedDay("2026-11-22", "2026-11-22"), refusePlannedDay("2027-11-23", "2026-11-22")]).toEqual([null, null]);
    expect(refusePlannedDay("2027-11-24", "2026-11-22")).toMatch(/不能超过一年/);
    expect(refuseVisitedDay("2026-11-23", "2026-11-22", 2026)).toMatch(/不能晚于今天/);
    expect(refuseVisitedDay("2025-12-31", "2026-11-22", 2026)).toMatch(/2026 年内/);
    expect(refuseVisitedDay("2026-11-22", "2026-11-22", 2026)).toBeNull();
    expect([isMissed({ state: "planned", plannedOn: "2026-11-21" }, "2026-11-22"), isMissed({ state: "planned", plannedOn: "2026-11-22" }, "2026-11-22"), isMissed({ state: "recorded", plannedOn: "2026-01-01" }, "2026-11-22")]).toEqual([true, false, false]);
  });
});

describe("what is typed", () => {
  const plan = { schoolId: "s1", plannedOn: "2026-11-30", kind: "routine", items: ["safety"], basis: "年度督导计划", approvalNumber: "2026-1" };
  const problems = (input: object, schema: typeof planInput | typeof recordInput) => schema.safeParse(input).error?.issues.map((issue) => issue.path.join(".")) ?? [];
  it("no visit without an approval, its number and something to look at; an activity names who comes", () => {
    expect(problems(plan, planInput)).toEqual([]);
    expect(problems({ ...plan, basis: " ", approvalNumber: "", items: [] }, planInput)).toEqual(["items", "basis", "approvalNumber"]);
    expect(problems({ ...plan, kind: "activity" }, planInput)).toEqual(["organiser"]);
    expect(problems({ ...plan, items: ["wine"], plannedOn: "2026-02-30" }, planInput)).toEqual(["plannedOn", "items.0"]);
  });
  it("a problem is put into words; an issue has a day", () => {
    const record = { visitId: "v", version: 1, visitedOn: "2026-11-22", findings: "查看了校门和宿舍。", results: [{ item: "safety", result: "problem", note: "" }], issues: [{ problem: "护学岗未到位", dueOn: "" }] };
    expect(problems(record, recordInput)).toEqual(["results.0.note", "issues.0.dueOn"]);
    expect(problems({ ...record, results: [{ item: "safety", result: "good" }], issues: [] }, recordInput)).toEqual([]);
    expect(new Set(CHECK_KEYS).size).toBe(CHECK_KEYS.length);
  });
});
