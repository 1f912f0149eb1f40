import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ListedTask } from "@/lib/tasks/list-rules";
import { compareList, type PresentTask } from "@/lib/visits/compare-list";

const task = (id: string, more: Partial<ListedTask> = {}): ListedTask => ({ id, title: `任务${id}`, group: "g", leadPost: "", leadUnit: "", jointUnits: [], dueOn: "2026-12-31", weight: 1, quantity: "", ...more });
const now = (id: string, more: Partial<PresentTask> = {}): PresentTask => ({ id, state: "doing", progress: 40, overdue: false, ...more });

describe("the filed list against the present (seed: X16)", () => {
  it("by the unit as filed: what is done, late, altered, gone, and what was never filed", () => {
    const filed = [task("a", { leadUnit: "财政局" }), task("b"), task("c", { leadUnit: "财政局" })];
    const current = [task("a", { leadUnit: "人社局", dueOn: "2027-06-30" }), task("b"), task("d")];
    const note = { id: "n", taskId: "a", verdict: "behind", finding: "资金没有下达", byName: "督导室", at: new Date(0) };
    const { units, added, gone } = compareList(filed, current, [now("a", { overdue: true }), now("b", { state: "done" }), now("d")], [note]);
    expect(units.map(({ unit, done, overdue }) => [unit, done, overdue])).toEqual([["教育行政部门", 1, 0], ["财政局", 0, 1]]);
    expect(units[1]?.tasks.map(({ filed: { id }, present, altered, notes }) => [id, present?.state ?? null, altered, notes.length])).toEqual([["a", "doing", ["牵头单位", "完成时限"], 1], ["c", null, [], 0]]);
    expect([added, gone]).toEqual([[{ id: "d", title: "任务d" }], 1]);
  });
  it("loses no filed task and finds nothing altered in a list that is as filed", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }), fc.array(fc.constantFrom("", "财政局", "人社局"), { minLength: 12, maxLength: 12 }), (ids, leads) => {
      const list = ids.map((id, at) => task(id, { leadUnit: leads[at] ?? "" }));
      const { units, added, gone } = compareList(list, list, ids.map((id) => now(id)), []);
      expect(units.flatMap((unit) => unit.tasks.map((one) => one.filed.id)).sort()).toEqual([...ids].sort());
      expect([units.flatMap((unit) => unit.tasks).filter((one) => one.altered.length > 0), added, gone]).toEqual([[], [], 0]);
    }));
  });
});
