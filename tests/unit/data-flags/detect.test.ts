import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findContradictions, findIdentical, findJumps, findLateCorrections, findOnLine, findStatisticsGaps, type SchoolFigures } from "@/lib/data-flags/detect";
import { FLAG_ACT_KEYS, FLAG_STATES, planScan, refuseFlagAct, type FlagRole, type FlagState } from "@/lib/data-flags/rules";

const school = (more: Partial<SchoolFigures> = {}): SchoolFigures => ({
  schoolId: "s1", name: "第一小学", pupils: 500, classes: 12, largestClass: 45, indoorSportsArea: 100, degreeTeachers: 20, backboneTeachers: 6, artsPeTeachers: 5, teachingArea: 2000, sportsFieldArea: 4000, equipmentValueWan: 120, multimediaRooms: 14, ...more,
});

describe("a jump", () => {
  it("is told with both years' figures and the pupils of both", () => {
    const found = findJumps([school({ teachingArea: 3500, pupils: 510 })], [school()]);
    expect(found).toMatchObject([{ key: "jump/s1/teachingArea", rule: "jump", figures: { from: 2000, to: 3500, pupilsFrom: 500, pupilsTo: 510 }, sentence: "教学及辅助用房面积由上年 2,000 ㎡变为 3,500 ㎡（+75.0%），同期在校生由 500 人变为 510 人" }]);
  });
  it("is none for a small change, a small amount, a school whose pupils moved too, a new school or an unknown figure", () => {
    expect(findJumps([school({ teachingArea: 2900 })], [school()])).toEqual([]);
    expect(findJumps([school({ backboneTeachers: 13 })], [school()])).toEqual([]);
    expect(findJumps([school({ teachingArea: 6000, pupils: 900 })], [school()])).toEqual([]);
    expect(findJumps([school({ teachingArea: 9000 })], [])).toEqual([]);
    expect(findJumps([school({ teachingArea: null })], [school()])).toEqual([]);
    expect(findJumps([school()], [school({ multimediaRooms: null })])).toEqual([]);
    expect(findJumps([school({ multimediaRooms: 30 })], [school({ multimediaRooms: 0 })])).toEqual([]);
  });
  it("is found downwards as well", () => {
    expect(findJumps([school({ sportsFieldArea: 900 })], [school()])[0]?.sentence).toContain("（−77.5%）");
  });
  it("never appears where nothing changed", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1e5, noNaN: true }), (pupils, area) => {
      const one = school({ pupils, teachingArea: area });
      expect(findJumps([one], [one])).toEqual([]);
    }));
  });
});

describe("the same value in several schools", () => {
  const many = (value: number, n: number) => Array.from({ length: n }, (_, at) => school({ schoolId: `s${at}`, name: `第${at}小学`, equipmentValueWan: value, teachingArea: 1000 + at, sportsFieldArea: 3000 + at }));
  it("is told from three on, and only when it is no whole number", () => {
    expect(findIdentical(many(86.37, 2))).toEqual([]);
    expect(findIdentical(many(86, 6))).toEqual([]);
    expect(findIdentical(many(86.37, 3))).toMatchObject([{ schoolId: null, figures: { value: 86.37, schools: 3 }, sentence: "3 所学校的教学仪器设备值同为 86.37 万元：第0小学、第1小学、第2小学" }]);
    expect(findIdentical(many(86.37, 7))[0]?.sentence).toMatch(/第4小学等$/);
  });
});

describe("figures that cannot stand beside each other", () => {
  it("are pupils beyond what the classes can hold, pupils without a class, a hall larger than the house", () => {
    expect(findContradictions([school()])).toEqual([]);
    expect(findContradictions([school({ pupils: 541 })]).map((flag) => flag.key)).toEqual(["contradiction/s1/classes"]);
    expect(findContradictions([school({ pupils: 540 })])).toEqual([]);
    expect(findContradictions([school({ classes: 0, largestClass: null })]).map((flag) => flag.key)).toEqual(["contradiction/s1/no-classes"]);
    expect(findContradictions([school({ indoorSportsArea: 2001 })]).map((flag) => flag.key)).toEqual(["contradiction/s1/indoor"]);
    expect(findContradictions([school({ classes: null, largestClass: null, indoorSportsArea: null })])).toEqual([]);
  });
});

describe("many indicators just on the line", () => {
  const on = (ratios: number[]) => findOnLine([{ schoolId: "s1", name: "一", stage: "primary", ratios }]);
  it("is four of the seven within half a per cent above", () => {
    expect(on([1, 1.004, 1.005, 1.001, 2, 2, 2])).toMatchObject([{ figures: { indicators: 4 } }]);
    expect(on([1, 1.004, 1.005, 1.0051, 2, 2, 2])).toEqual([]);
    expect(on([0.999, 1.004, 1.005, 1, 2, 2, 2])).toEqual([]);
  });
});

describe("differences from the statistics", () => {
  const gap = (told: number, typed: number, schoolId = "s1") => ({ schoolId, name: "一", label: "在校生", unit: "人", told, typed });
  it("are one flag a school, for what is far apart", () => {
    expect(findStatisticsGaps([gap(100, 104), gap(2, 4), gap(1000, 1040)])).toEqual([]);
    expect(findStatisticsGaps([gap(100, 120), gap(1000, 900)])).toMatchObject([{ key: "statistics/s1/", figures: { fields: 2 }, sentence: "2 项与统计数据不一致：在校生填 120 人、统计 100 人；在校生填 900 人、统计 1,000 人" }]);
    expect(findStatisticsGaps([gap(100, 120), gap(100, 130, "s2")])).toHaveLength(2);
  });
});

describe("corrections in a crowd", () => {
  const days = (n: number, from = 1) => Array.from({ length: n }, (_, at) => `2026-03-${String(from + at).padStart(2, "0")}`);
  it("are five schools and a tenth of the county within a fortnight", () => {
    expect(findLateCorrections(days(4), 20)).toEqual([]);
    expect(findLateCorrections(days(6), 100)).toEqual([]);
    expect(findLateCorrections(days(6), 40)).toMatchObject([{ figures: { schools: 6, from: "2026-03-01", to: "2026-03-06" } }]);
    expect(findLateCorrections(["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01", "2026-06-01"], 20)).toEqual([]);
  });
});

describe("what becomes of a flag", () => {
  const ROLES: (FlagRole | null)[] = ["county", "above", null];
  it("allows in every state, act and role what is written here and nothing else", () => {
    const allowed = FLAG_STATES.flatMap((state) => FLAG_ACT_KEYS.flatMap((act) => ROLES.filter((role) => refuseFlagAct(state, act, role) === null).map((role) => `${state} ${act} ${role}`)));
    expect(allowed).toEqual(["open answer county", "open clear above", "answered clear above", "answered return above", "answered confirm above"]);
  });

  it("is 经查实 only after the county was heard, by somebody above it, and never taken back by a new look", () => {
    expect(refuseFlagAct("open", "confirm", "above")).toContain("只有“已说明，待核查”时才能经查实");
    expect(refuseFlagAct("answered", "confirm", "county")).toContain("本县不能核查自己");
    const states = fc.constantFrom<FlagState>(...FLAG_STATES);
    fc.assert(fc.property(fc.array(fc.record({ key: fc.string({ maxLength: 3 }), state: states }), { maxLength: 12 }), fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 }), (standing, keys) => {
      const unique = [...new Map(standing.map((flag) => [flag.key, flag])).values()];
      const found = keys.map((key) => ({ key }));
      const plan = planScan(unique, found);
      const touched = [...plan.again.map((flag) => flag.key), ...plan.gone];
      for (const flag of unique) if (flag.state === "confirmed" || flag.state === "cleared") expect(touched).not.toContain(flag.key);
      // A second look over the same data changes nothing.
      const after = [...unique.map((flag) => (plan.gone.includes(flag.key) ? { ...flag, state: "gone" as const } : plan.again.some((one) => one.key === flag.key) ? { ...flag, state: "open" as const } : flag)), ...plan.fresh.map(({ key }) => ({ key, state: "open" as const }))];
      const second = planScan(after, found);
      expect([second.fresh, second.again, second.gone]).toEqual([[], [], []]);
    }));
  });
});
