import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figuresOf, indicatorWithin, spreadBetween, widestBetween, type SectionFigures } from "@/lib/school-groups/figures";
import { groupFilters } from "@/lib/school-groups/filters";
import { isIn, isSmall, overlap, refuseJoin, refuseLeave, type GroupKind, type Standing } from "@/lib/school-groups/rules";

const day = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
const span = fc.tuple(day, fc.option(day)).map(([joinedOn, leftOn]) => ({ joinedOn, leftOn: leftOn !== null && leftOn < joinedOn ? joinedOn : leftOn }));

describe("a school's time in groups", () => {
  it("overlap is what a day in both would show; the day of leaving is outside", () => {
    const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(fc.property(span, span, (a, b) => {
      expect(overlap(a, b)).toBe(days.some((one) => isIn(a, one) && isIn(b, one)));
      expect(overlap(a, b)).toBe(overlap(b, a));
    }), { numRuns: 1_000 });
  });
  it("whatever is tried, no school is in two 共同体, nor twice in one group, on any day", () => {
    const attempt = fc.record({ groupId: fc.constantFrom("a", "b", "c", "d"), span });
    const kinds: Record<string, GroupKind> = { a: "community", b: "community", c: "conglomerate", d: "zone" };
    fc.assert(fc.property(fc.array(attempt, { maxLength: 12 }), day, (attempts, today) => {
      const standing: Standing[] = [];
      for (const { groupId, span: time } of attempts) {
        const kind = kinds[groupId] ?? "zone";
        if (refuseJoin({ groupId, kind, ...time }, standing) === null) standing.push({ ...time, groupId, group: groupId, kind });
      }
      const now = standing.filter((one) => isIn(one, today));
      expect(now.filter((one) => one.kind === "community").length).toBeLessThanOrEqual(1);
      expect(new Set(now.map((one) => one.groupId)).size).toBe(now.length);
    }), { numRuns: 1_000 });
  });
  it("a 学区 stands beside a 共同体; a clash is named", () => {
    const standing: Standing[] = [{ groupId: "a", group: "东河共同体", kind: "community", joinedOn: "2024-09-01", leftOn: null }];
    expect(refuseJoin({ groupId: "z", kind: "zone", joinedOn: "2025-01-01", leftOn: null }, standing)).toBeNull();
    expect(refuseJoin({ groupId: "b", kind: "community", joinedOn: "2025-01-01", leftOn: null }, standing)).toMatch(/东河共同体/);
    expect(refuseJoin({ groupId: "a", kind: "community", joinedOn: "2025-01-01", leftOn: null }, standing)).toMatch(/已在其中/);
    expect(refuseJoin({ groupId: "b", kind: "community", joinedOn: "2025-01-01", leftOn: null }, [{ groupId: "a", group: "东河共同体", kind: "community", joinedOn: "2024-09-01", leftOn: "2025-01-01" }])).toBeNull();
  });
  it("the lead hands over before leaving; nobody leaves before joining or twice", () => {
    const member = { joinedOn: "2025-03-01", leftOn: null, lead: false };
    expect([refuseLeave(member, "2025-03-01"), refuseLeave(member, "2026-01-01")]).toEqual([null, null]);
    expect(refuseLeave(member, "2025-02-28")).toMatch(/不能早于/);
    expect(refuseLeave({ ...member, lead: true }, "2026-01-01")).toMatch(/新的牵头学校/);
    expect(refuseLeave({ ...member, leftOn: "2025-09-01" }, "2026-01-01")).toMatch(/已经退出/);
  });
  it("小规模 is fewer than 100 pupils; unknown stays unknown (seed: C5)", () => expect([99, 100, 0, null].map(isSmall)).toEqual([true, false, true, null]));
});

const NONE = { degreeTeachers: null, backboneTeachers: null, artsPeTeachers: null, teachingArea: null, sportsArea: null, equipmentValue: null, multimediaRooms: null };
const section = (schoolId: string, students: number, backboneTeachers: number | null): SectionFigures => ({ schoolId, stage: "primary", students, values: { ...NONE, backboneTeachers } });

describe("figures within and between groups (seed: X6)", () => {
  it("the mean is that of all pupils together, the spread that of the standard; a missing figure is left out and counted as missing", () => {
    const figures = indicatorWithin([section("a", 100, 1), section("b", 300, 2), section("c", 50, null)], "backboneTeachers");
    expect(figures).toMatchObject({ mean: 1.75, low: 1, high: 2, counted: 2, missing: 1, students: 400 });
    expect(figures.cv).toBeCloseTo(Math.sqrt((100 * 0.5625 + 300 * 0.0625) / 400) / 1.75, 12);
    expect(indicatorWithin([section("c", 50, null)], "backboneTeachers")).toMatchObject({ mean: null, cv: null, missing: 1 });
  });
  it("lies between the lowest and the highest school, and equal schools have no spread", () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0.1, max: 20, noNaN: true })), { minLength: 1, maxLength: 12 }), (rows) => {
      const { mean, low, high, cv } = indicatorWithin(rows.map(([students, value], at) => section(String(at), students, value)), "backboneTeachers");
      expect((mean ?? -1) >= (low ?? 0) - 1e-9 && (mean ?? -1) <= (high ?? 0) + 1e-9).toBe(true);
      expect(cv).toBeGreaterThanOrEqual(0);
      if (low === high) expect(cv).toBe(0);
    }));
  });
  it("between groups: none with fewer than two, the widest indicator is named", () => {
    const [one, two] = [figuresOf([section("a", 100, 1)], "primary"), figuresOf([section("b", 100, 3)], "primary")];
    expect([spreadBetween([one], "backboneTeachers"), spreadBetween([one, two], "teachingArea")]).toEqual([null, null]);
    expect(spreadBetween([one, two], "backboneTeachers")).toBeCloseTo(0.5, 12);
    expect(widestBetween([one, two])?.key).toBe("backboneTeachers");
    expect(widestBetween([])).toBeNull();
    expect(figuresOf([section("a", 100, 1)], "junior").backboneTeachers.counted).toBe(0);
  });
  it("an unknown filter in the address is the first", () => expect([groupFilters({ stage: "x", only: "y" }), groupFilters({ stage: "junior", only: "without" })]).toEqual([{ stage: "primary", only: "both" }, { stage: "junior", only: "without" }]));
});
