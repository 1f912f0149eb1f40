import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planByYear, rollUp, type SchoolCondition } from "@/lib/conditions/rollup";

const school = (id: string, part: Partial<SchoolCondition> = {}): SchoolCondition => ({
  id, name: id, combined: false, rural: false, private: false, boarding: false, students: { primary: 100, junior: null }, classes: { primary: [40], junior: null },
  safety: { guards: true, closedCampus: true, alarms: true, crossingGuards: true }, counsellors: 1, interactiveRooms: 2, ...part,
});

describe("conditions of a county's schools", () => {
  it("counts classes over 45 and 50, from 56 and from 66, at the borders", () => {
    const { classes, crowded } = rollUp([school("a", { classes: { primary: [45, 46, 55, 56, 65, 66], junior: [50, 51] } }), school("b")]);
    expect(classes).toEqual({ primary: { classes: 7, over: 5, large: 3, huge: 1 }, junior: { classes: 2, over: 1, large: 0, huge: 0 } });
    expect(crowded).toEqual([{ id: "a", name: "a", over: 6, large: 3, huge: 1, most: 66 }]);
  });
  it("knows large schools, 2,000 or 2,500 itself being within, and empty ones", () => {
    const students = (primary: number, junior: number | null = null) => ({ students: { primary, junior } });
    const { oversized, empty } = rollUp([school("a", students(2000)), school("b", students(2001)), school("c", { ...students(1500, 1000), combined: true }), school("d", { ...students(1500, 1001), combined: true }), school("e", students(0))]);
    expect(oversized.map(({ id, limit }) => [id, limit])).toEqual([["d", 2500], ["b", 2000]]);
    expect(empty.map(({ id }) => id)).toEqual(["e"]);
  });
  it("never takes what a school has not said for zero or for met", () => {
    const silent = school("s", { safety: { guards: null, closedCampus: null, alarms: null, crossingGuards: null }, counsellors: null, interactiveRooms: null, classes: { primary: null, junior: null }, students: { primary: null, junior: null } });
    const { safety, counsellors, interactiveRooms, empty } = rollUp([silent, school("a", { safety: { guards: false, closedCampus: true, alarms: true, crossingGuards: true }, counsellors: 0 })]);
    expect(safety[0]).toEqual({ key: "guards", met: 0, asked: 1, failing: [{ id: "a", name: "a" }] });
    expect([counsellors, interactiveRooms, empty]).toEqual([{ total: 0, schoolsWithout: 1, unknown: 1 }, { total: 2, unknown: 1 }, []]);
  });
  it("asks the two kinds of schools for a counsellor each", () => {
    const { twoKinds } = rollUp([school("a", { rural: true, students: { primary: 99, junior: null } }), school("b", { rural: true, students: { primary: 50, junior: null }, counsellors: 0 }), school("c", { rural: true, boarding: true }), school("d", { boarding: true })]);
    expect(twoKinds).toEqual([{ kind: "small", schools: 2, withCounsellor: 1, without: [{ id: "b", name: "b" }] }, { kind: "boarding", schools: 1, withCounsellor: 1, without: [] }]);
  });
  it("the counts of a plan add up, whatever is planned", () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { maxLength: 12 }), fc.array(fc.integer({ min: 2024, max: 2030 }), { maxLength: 12 }), (ids, years) => {
      const plan = planByYear(ids, new Map(ids.flatMap((id, at) => (years[at] === undefined ? [] : [[id, years[at]] as const]))));
      expect(plan.years.reduce((sum, entry) => sum + entry.schools, plan.unplanned)).toBe(ids.length);
    }));
  });
});
