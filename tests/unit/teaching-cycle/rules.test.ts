import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RECORD_ACT_KEYS, RECORD_ACTS, RECORD_ROLES, RECORD_STATES, afterRecordAct, refuseRecordAct, type RecordState } from "@/lib/teaching-cycle/record-states";
import { CYCLE_YEARS, coverageOf, cycleOf, experimentRate, refuseCycle, submissionFaults, teachingFaults, yearsOf } from "@/lib/teaching-cycle/rules";
import { entryInput } from "@/lib/teaching-cycle/schema";

describe("a yearly record's states", () => {
  it("over all states × acts × roles: allowed from a state of the act and for its role, else a sentence", () => {
    for (const state of RECORD_STATES) for (const act of RECORD_ACT_KEYS) for (const role of [...RECORD_ROLES, null]) {
      const states: readonly string[] = RECORD_ACTS[act].from;
      const roles: readonly (string | null)[] = RECORD_ACTS[act].by;
      const refusal = refuseRecordAct(state, act, role);
      expect(refusal === null, `${state} ${act} ${role}`).toBe(states.includes(state) && roles.includes(role));
      if (refusal) expect(refusal).toMatch(/。$/);
    }
  });
  it("a school alone never gets its record confirmed, nor changes one that it has handed in", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...RECORD_ACT_KEYS), { maxLength: 10 }), (acts) => {
      let state: RecordState = "draft";
      for (const act of acts) if (refuseRecordAct(state, act, "school") === null) { expect(state).toBe("draft"); state = afterRecordAct(act); }
      expect(state).not.toBe("confirmed");
    }));
  });
});

describe("cycles", () => {
  it("of three years never overlap, and every year belongs to at most one", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 2016, max: 2045 }), { maxLength: 12 }), (asked) => {
      const starts: number[] = [];
      for (const start of asked) if (refuseCycle(starts, start) === null) starts.push(start);
      const years = starts.flatMap(yearsOf);
      expect(new Set(years).size).toBe(starts.length * CYCLE_YEARS);
      for (const year of years) expect(cycleOf(starts, year)).toBe(starts.find((start) => yearsOf(start).includes(year)));
    }));
    expect(refuseCycle([2024], 2026)).toMatch(/2024—2026/);
    expect([refuseCycle([2024], 2027), cycleOf([2024], 2027), cycleOf([], 2024)]).toEqual([null, null, null]);
  });
});

const count = fc.option(fc.nat(300));
const entry = fc.record({ teachers: count, coveredYear: count, coveredCycle: count, experimentsRequired: count, experimentsDone: count, selfRating: fc.constantFrom(null, "good") });

describe("what a school enters", () => {
  it("is submitted only whole and without contradiction; half-typed contradicts nothing by being blank", () => {
    fc.assert(fc.property(entry, (one) => {
      const faults = submissionFaults(one);
      const { teachers, coveredYear, coveredCycle, experimentsRequired, experimentsDone } = one;
      const whole = teachers !== null && coveredYear !== null && coveredCycle !== null && experimentsRequired !== null && experimentsDone !== null && one.selfRating !== null;
      const sound = whole && teachers > 0 && coveredYear <= coveredCycle && coveredCycle <= teachers && experimentsDone <= experimentsRequired;
      expect(Object.keys(faults).length === 0).toBe(sound);
    }), { numRuns: 2_000 });
    expect(teachingFaults({ teachers: null, coveredYear: 5, coveredCycle: null, experimentsRequired: null, experimentsDone: 9 })).toEqual({});
    expect(Object.keys(teachingFaults({ teachers: 10, coveredYear: 11, coveredCycle: 11, experimentsRequired: 4, experimentsDone: 5 }))).toEqual(["coveredCycle", "coveredYear", "experimentsDone"]);
  });
  it("reads counts as people type them; a blank is no zero", () => {
    const base = { schoolId: "s", year: 2026, version: 0 };
    expect(entryInput.parse({ ...base, teachers: "１,２０５", coveredYear: "", coveredCycle: "0" })).toMatchObject({ teachers: 1205, coveredYear: null, coveredCycle: 0, experimentsDone: null });
    for (const bad of ["-1", "1.5", "十"]) expect(entryInput.safeParse({ ...base, teachers: bad }).error?.issues[0]?.path).toEqual(["teachers"]);
  });
});

describe("coverage over the cycle (seed: X10)", () => {
  it("never exceeds the whole, counts each school's newest record once, and is complete only when all of all schools are", () => {
    const record = fc.nat(120).chain((teachers) => fc.record({ schoolId: fc.constantFrom("a", "b", "c", "d"), year: fc.integer({ min: 2024, max: 2026 }), teachers: fc.constant(teachers), coveredCycle: fc.nat(teachers) }));
    fc.assert(fc.property(fc.array(record, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (records, expected) => {
      const coverage = coverageOf(records, expected);
      expect(coverage.covered).toBeLessThanOrEqual(coverage.teachers);
      expect(coverage.reported).toBe(new Set(records.map(({ schoolId }) => schoolId)).size);
      if (coverage.text !== "—") expect(Number.parseFloat(coverage.text)).toBeLessThanOrEqual(100);
      expect(coverage.text === "100.0%").toBe(coverage.teachers > 0 && coverage.covered === coverage.teachers);
      if (coverage.complete) expect([coverage.covered, coverage.reported >= expected]).toEqual([coverage.teachers, true]);
    }), { numRuns: 1_000 });
  });
  it("leaves a school without a record out, instead of counting it as nothing covered", () => {
    const one = { schoolId: "a", year: 2025, teachers: 40, coveredCycle: 40 };
    expect(coverageOf([one], 2)).toMatchObject({ text: "100.0%", reported: 1, expected: 2, complete: false });
    expect(coverageOf([one, { schoolId: "a", year: 2026, teachers: 50, coveredCycle: 49 }], 1)).toMatchObject({ teachers: 50, text: "98.0%", complete: false });
    expect(coverageOf([one, { schoolId: "b", year: 2026, teachers: null, coveredCycle: null }], 2)).toMatchObject({ reported: 1, complete: false });
    expect(coverageOf([], 3)).toMatchObject({ text: "—", complete: false });
    expect(coverageOf([{ schoolId: "a", year: 2026, teachers: 2001, coveredCycle: 2000 }], 1).text).toBe("99.9%");
  });
  it("实验开出率: all or not met, blank unknown, nothing to open not applicable (seed: X17)", () => {
    expect([experimentRate(200, 200), experimentRate(200, 199), experimentRate(null, 3), experimentRate(0, 0)]).toEqual([{ text: "100.0%", met: true }, { text: "99.5%", met: false }, { text: "未填", met: null }, { text: "不适用", met: null }]);
  });
});
