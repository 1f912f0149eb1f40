import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BREAKTHROUGH_GROUPS, NATIONAL_TASKS, POLICY_DOCUMENTS } from "@/lib/standard/tasks";
import { changesOf, frozenReason, listState, type ListedTask } from "@/lib/tasks/list-rules";
import { TASK_ACT_KEYS, TASK_ACTS, TASK_STATES, afterTaskAct, closesCircle, daysLeft, isOverdue, refuseTaskAct, weightedProgress, type TaskRole } from "@/lib/tasks/rules";

describe("the catalogue", () => {
  it("is 4 basic tasks and 4 + 4 + 3 + 7 + 2 items in 5 groups", () => {
    expect(NATIONAL_TASKS.filter((task) => task.kind === "basic")).toHaveLength(4);
    expect(BREAKTHROUGH_GROUPS.map((group) => NATIONAL_TASKS.filter((task) => task.group === group).length)).toEqual([4, 4, 3, 7, 2]);
    expect(new Set(NATIONAL_TASKS.map((task) => task.key)).size).toBe(24);
  });
  it("names 14 policy documents, 1 to 15 without 8, each serving a task that exists", () => {
    expect(POLICY_DOCUMENTS.map((document) => document.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15]);
    for (const document of POLICY_DOCUMENTS) expect(NATIONAL_TASKS.map((task) => task.key)).toContain(document.serves);
  });
});

const state = fc.constantFrom(...TASK_STATES);
const act = fc.constantFrom(...TASK_ACT_KEYS);
const role = fc.constantFrom<(TaskRole | null)[]>("manager", "supervisor", "lead", "joint", "school", null);
const standing = fc.record({ state, recurrence: fc.constantFrom("once", "half-yearly"), roundsDone: fc.integer({ min: 0, max: 2 }), submittedBy: fc.constantFrom(null, "me", "other"), measuresMet: fc.constantFrom(true, false, null) });

describe("who may do what when", () => {
  it("over all states × acts × roles: an allowed act starts from a state of its own and belongs to the role", () => {
    fc.assert(fc.property(standing, act, role, (task, what, who) => {
      const refusal = refuseTaskAct(task, what, { role: who, userId: "me" });
      const rule = TASK_ACTS[what];
      const states: readonly string[] = rule.from;
      const roles: readonly (string | null)[] = rule.by;
      if (refusal === null) expect(states.includes(task.state) && roles.includes(who)).toBe(true);
      else expect(refusal).toMatch(/。$/);
    }), { numRuns: 2_000 });
  });
  it("only the bureau completes, never the one who reported it, never before the rounds or against the figures", () => {
    fc.assert(fc.property(standing, role, (task, who) => {
      const allowed = refuseTaskAct(task, "confirm", { role: who, userId: "me" }) === null;
      const due = task.recurrence === "once" || task.roundsDone >= 2;
      expect(allowed).toBe(task.state === "waiting" && (who === "manager" || who === "supervisor") && task.submittedBy !== "me" && due && task.measuresMet !== false);
    }));
    for (const from of TASK_STATES) for (const what of TASK_ACT_KEYS) if (afterTaskAct(from, what) === "done" && what !== "confirm") expect(from).toBe("done");
  });
  it("marks what is late beside the state, by days", () => {
    expect(TASK_STATES.map((one) => isOverdue({ state: one, dueOn: "2026-06-30" }, "2026-07-01"))).toEqual([true, true, true, false, false]);
    expect(isOverdue({ state: "doing", dueOn: "2026-07-01" }, "2026-07-01")).toBe(false);
    expect([daysLeft("2026-07-01", "2026-06-30"), daysLeft("2026-06-30", "2026-07-01")]).toEqual([1, -1]);
  });
  it("weighs progress without the deferred", () => {
    expect(weightedProgress([{ state: "done", progress: 10, weight: 3 }, { state: "doing", progress: 40, weight: 1 }, { state: "deferred", progress: 0, weight: 9 }])).toBe(85);
    expect(weightedProgress([{ state: "deferred", progress: 0, weight: 1 }])).toBeNull();
  });
  it("finds circles of any length", () => {
    const parents: Record<string, string> = { b: "a", c: "b", d: "c" };
    const parentOf = (id: string) => parents[id] ?? null;
    expect([closesCircle("a", "d", parentOf), closesCircle("a", "a", parentOf), closesCircle("e", "d", parentOf), closesCircle("a", null, parentOf)]).toEqual([true, true, false, false]);
  });
});

describe("the filed list", () => {
  const task = (id: string, part: Partial<ListedTask> = {}): ListedTask => ({ id, title: id, group: "g", leadPost: "", leadUnit: "", jointUnits: [], dueOn: "2026-12-31", weight: 1, quantity: "", ...part });
  it("is frozen between filings only", () => {
    expect([listState(null), listState({ number: 1, state: "open" }), listState({ number: 1, state: "filed" }), listState({ number: 2, state: "open" })]).toEqual(["draft", "draft", "filed", "changing"]);
    expect([frozenReason(null), frozenReason({ number: 3, state: "open" })]).toEqual([null, null]);
    expect(frozenReason({ number: 1, state: "filed" })).toMatch(/变更备案/);
  });
  it("says what a change added, removed and altered", () => {
    expect(changesOf([task("a"), task("b"), task("c")], [task("a"), task("b", { dueOn: "2026-10-31", jointUnits: ["财政局"] }), task("d")])).toEqual([
      { id: "b", title: "b", change: "changed", fields: ["配合单位", "完成时限"] },
      { id: "d", title: "d", change: "added", fields: [] },
      { id: "c", title: "c", change: "removed", fields: [] },
    ]);
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 8 }), (ids) => { expect(changesOf(ids.map((id) => task(id)), ids.map((id) => task(id)))).toEqual([]); }));
  });
});
