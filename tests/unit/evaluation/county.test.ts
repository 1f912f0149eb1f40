import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionsOf } from "@/lib/evaluation/contributions";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { evaluateBlock, packStage } from "@/lib/evaluation/kernel";
import { CV_LIMIT, INDICATOR_KEYS, STAGES, type IndicatorKey } from "@/lib/standard/indicators";
import { blank, county, exactSchool, withAmount } from "./build";

const close = (a: number, b: number, by = 1e-12) => Math.abs(a - b) <= by * Math.max(1, Math.abs(a), Math.abs(b));

/** The definition in words, on values: weights n/N, population, about the county's total ratio. */
function naive(values: readonly number[], students: readonly number[]): number {
  const pupils = students.reduce((sum, count) => sum + count, 0);
  const mean = values.reduce((sum, value, i) => sum + value * (students[i] ?? 0), 0) / pupils;
  return Math.sqrt(values.reduce((sum, value, i) => sum + ((students[i] ?? 0) / pupils) * (value - mean) ** 2, 0)) / mean;
}

describe("coefficient of variation", () => {
  it("equals the naive definition within 1e-12", () => {
    fc.assert(fc.property(county(), (schools) => {
      const result = evaluateCounty(schools);
      for (const stage of STAGES) for (const key of INDICATOR_KEYS) {
        const own = result.sections.filter((section) => section.stage === stage);
        const cv = result.stages[stage]?.indicators[key].cv;
        if (cv != null) expect(close(cv, naive(own.map((section) => section.values[key] ?? 0), own.map((section) => section.students)))).toBe(true);
      }
    }));
  });

  it("is the same to the last bit in whatever order the schools come", () => {
    fc.assert(fc.property(county().chain((schools) => fc.tuple(fc.constant(schools), fc.shuffledSubarray(schools, { minLength: schools.length }))), ([schools, shuffled]) => {
      expect(JSON.stringify(evaluateCounty(shuffled))).toBe(JSON.stringify(evaluateCounty(schools)));
    }));
  });

  it("does not change with the unit: all amounts three times as large", () => {
    fc.assert(fc.property(county(["primary", "junior"]), (schools) => {
      const times = (value: number | null) => (value === null ? null : Math.round(value * 3 * 10_000) / 10_000);
      const tripled = schools.map((facts): SchoolFacts => ({
        ...facts, teachingArea: times(facts.teachingArea), indoorSportsArea: times(facts.indoorSportsArea), sportsFieldArea: times(facts.sportsFieldArea), equipmentValueWan: times(facts.equipmentValueWan), multimediaRooms: times(facts.multimediaRooms),
      }));
      const [before, after] = [evaluateCounty(schools), evaluateCounty(tripled)];
      for (const stage of STAGES) for (const key of INDICATOR_KEYS) {
        const [a, b] = [before.stages[stage]?.indicators[key].cv, after.stages[stage]?.indicators[key].cv];
        if (a != null && b != null) expect(close(a, b, 1e-10)).toBe(true);
        else expect(a).toBe(b);
      }
    }));
  });

  it("is exactly 0 when all schools have the same ratio, whatever their size", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 900 }), (sizes, each, pupils) => {
      const schools = sizes.map((size, i) => {
        const facts = exactSchool("primary", String(2_133_000_000 + i));
        facts.students.primary = size * pupils;
        facts.multimediaRooms = size * each;
        facts.sportsFieldArea = (size * each) / 100;
        facts.indoorSportsArea = 0;
        return facts;
      });
      const indicators = evaluateCounty(schools).stages.primary?.indicators;
      expect([indicators?.multimediaRooms.cv, indicators?.sportsArea.cv, indicators?.sportsArea.sd]).toEqual([0, 0, 0]);
    }));
  });

  it("is decided exactly at its limit, and what is shown agrees", () => {
    // Ratios 1 ± 1/2 with equal pupils: CV is exactly 0.5.
    const rooms = (first: number, second: number) => [first, second].map((count, i) => ({ ...exactSchool("primary", `213300000${i}`), multimediaRooms: count }));
    expect(evaluateCounty(rooms(10, 30)).stages.primary?.indicators.multimediaRooms).toMatchObject({ cv: 0.5, cvPass: true });
    expect(evaluateCounty(rooms(10_000_000, 30_000_001)).stages.primary?.indicators.multimediaRooms.cvPass).toBe(false);
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }), fc.integer({ min: -1, max: 1 }), (scale, pupils, size, off) => {
      // Junior limit 0.45 = 9/20: n₁ = n₂, ratios 11 and 29 about 20.
      const pair = [11 * scale * 2, 29 * scale * 2 + off].map((count, i) => { const facts = exactSchool("junior", `213300000${i}`); facts.students.junior = pupils * size; facts.multimediaRooms = count; return facts; });
      const outcome = evaluateCounty(pair).stages.junior?.indicators.multimediaRooms;
      expect(outcome?.cvPass).toBe(off <= 0);
      expect((outcome?.cv ?? 1) <= CV_LIMIT.junior).toBe(off <= 0);
    }));
  });

  it("is undefined and fails where the county has none of a resource", () => {
    const result = evaluateCounty([withAmount(exactSchool(), "backboneTeachers", -10)]);
    expect(result.stages.primary?.indicators.backboneTeachers).toMatchObject({ mean: 0, cv: null, cvPass: false });
    expect(result.stages.primary?.compositeCv).toBeNull();
    expect(result.verdict.resourceAllocation).toBe(false);
  });
});

describe("kernel", () => {
  it("gives evaluateCounty's values and coefficients within 1e-12", () => {
    fc.assert(fc.property(county(), (schools) => {
      const result = evaluateCounty(schools);
      for (const stage of STAGES) {
        const block = packStage(schools, stage);
        const own = result.sections.filter((section) => section.stage === stage);
        expect(block?.sections).toBe(own.length);
        if (!block || own.length === 0) continue;
        const { values, cvs } = evaluateBlock(block);
        for (const [k, key] of INDICATOR_KEYS.entries()) {
          const cv = result.stages[stage]?.indicators[key].cv ?? Number.NaN;
          expect(close(cvs[k] ?? 9, cv) || (Number.isNaN(cv) && Number.isNaN(cvs[k]))).toBe(true);
          own.forEach((section, i) => expect(close(values[k * own.length + i] ?? -1, section.values[key] ?? -2)).toBe(true));
        }
      }
    }));
  });

  it("does not compute an incomplete stage", () => {
    expect(packStage([blank("primary")], "primary")).toBeNull();
  });
});

describe("sections of a county", () => {
  it("share the whole of a physical resource between them", () => {
    fc.assert(fc.property(county(["nine_year"], 1), ([facts]) => {
      if (!facts) return;
      const { sections } = evaluateCounty([facts]);
      const sum = (key: IndicatorKey, per: number) => sections.reduce((total, section) => total + ((section.values[key] ?? 0) * section.students) / per, 0);
      expect(close(sum("multimediaRooms", 100), facts.multimediaRooms ?? -1)).toBe(true);
      expect(close(sum("sportsArea", 1), (facts.sportsFieldArea ?? 0) + (facts.indoorSportsArea ?? 0))).toBe(true);
      expect(close(sum("teachingArea", 1), (facts.teachingArea ?? 0) - (facts.indoorSportsArea ?? 0), 1e-10)).toBe(true);
      expect(close(sum("equipmentValue", 1), (facts.equipmentValueWan ?? 0) * 10_000)).toBe(true);
    }));
  });

  it("drop a stage without pupils, and keep the other", () => {
    const facts = { ...exactSchool("primary"), kind: "nine_year" as const };
    facts.students.junior = 0;
    const result = evaluateCounty([facts]);
    expect(result.sections.map(({ stage }) => stage)).toEqual(["primary"]);
    expect(result.stages.junior).toBeUndefined();
    expect(result.verdict.resourceAllocation).toBe(true);
  });

  it("leave out special, vocational and teaching points below 50 pupils, with the reason", () => {
    const point = (code: string, pupils: number) => ({ ...exactSchool("primary", code), kind: "teaching_point" as const, students: { primary: pupils, junior: null, senior: null } });
    const result = evaluateCounty([point("2133000001", 49), point("2133000002", 50), { ...exactSchool("primary", "2133000003"), students: { primary: 30, junior: null, senior: null } }, blank("special", "5133000001"), blank("vocational", "3633000001")]);
    expect(result.sections.map(({ code }) => code)).toEqual(["2133000002", "2133000003"]);
    expect(result.excluded.map(({ code }) => code)).toEqual(["2133000001", "3633000001", "5133000001"]);
    expect(result.excluded.every(({ reason }) => reason.includes("不参与资源配置评估"))).toBe(true);
  });

  it("pass with at least six at standard and the rest at the floor, over all 2⁷ × floor states", () => {
    const UNITS: Record<IndicatorKey, { below: number; under: number }> = {
      degreeTeachers: { below: -1, under: -10 }, backboneTeachers: { below: -1, under: -5 }, artsPeTeachers: { below: -1, under: -5 },
      teachingArea: { below: -0.01, under: -2000 }, sportsArea: { below: -0.01, under: -4000 }, equipmentValue: { below: -1, under: -1_000_000 }, multimediaRooms: { below: -1, under: -8 },
    };
    for (let state = 0; state < 3 ** 7; state += 1) {
      const digits = INDICATOR_KEYS.map((_, i) => Math.floor(state / 3 ** i) % 3);
      const facts = INDICATOR_KEYS.reduce((school, key, i) => (digits[i] === 0 ? school : withAmount(school, key, digits[i] === 1 ? UNITS[key].below : UNITS[key].under)), exactSchool());
      const [section] = evaluateCounty([facts]).sections;
      const at = digits.filter((digit) => digit === 0).length;
      expect(section?.standardCount, String(digits)).toBe(at);
      expect(INDICATOR_KEYS.map((key) => section?.atFloor[key]), String(digits)).toEqual(digits.map((digit) => digit < 2));
      expect(section?.compliant, String(digits)).toBe(at === 7 || (at === 6 && digits.includes(1)));
    }
  });
});

describe("incomplete data", () => {
  const HOLES: ((facts: SchoolFacts) => void)[] = [
    (facts) => { facts.students.primary = null; },
    (facts) => { facts.degreeTeachers.primary = null; },
    (facts) => { facts.backboneTeachers.primary = null; },
    (facts) => { facts.artsPeTeachers.primary = null; },
    (facts) => { facts.teachingArea = null; },
    (facts) => { facts.indoorSportsArea = null; },
    (facts) => { facts.sportsFieldArea = null; },
    (facts) => { facts.equipmentValueWan = null; },
    (facts) => { facts.multimediaRooms = null; },
  ];

  it("never passes and gives no verdict, wherever the hole is", () => {
    expect(evaluateCounty([exactSchool()]).verdict.resourceAllocation).toBe(true);
    for (const dig of HOLES) {
      const facts = exactSchool("primary", "2133000002");
      dig(facts);
      const result = evaluateCounty([exactSchool(), facts]);
      expect(result.verdict.resourceAllocation).toBeNull();
      expect(result.sections[1]?.compliant).toBe(false);
      expect(INDICATOR_KEYS.some((key) => result.stages.primary?.indicators[key].cv === null)).toBe(true);
      expect(result.stages.primary?.compositeCv).toBeNull();
    }
  });

  it("in one stage's pupils leaves the shared resources of the other unknown", () => {
    const facts = { ...exactSchool("primary"), kind: "nine_year" as const };
    const [primary] = evaluateCounty([facts]).sections;
    expect(primary?.values.multimediaRooms).toBeNull();
    expect(primary?.values.degreeTeachers).toBe(4.2);
  });

  it("of a whole county is no verdict", () => {
    expect(evaluateCounty([]).verdict.resourceAllocation).toBeNull();
    expect(evaluateCounty([blank("special")]).verdict.resourceAllocation).toBeNull();
  });
});

describe("contributions", () => {
  it("sum to 1, largest first, and reproduce the squared coefficient", () => {
    fc.assert(fc.property(county(["primary"]), (schools) => {
      const { sections, stages } = evaluateCounty(schools);
      for (const key of INDICATOR_KEYS) {
        const outcome = stages.primary?.indicators[key];
        const list = contributionsOf(sections, "primary", key);
        if (!outcome?.cv) { expect(list).toEqual([]); continue; }
        expect(close(list.reduce((sum, { share }) => sum + share, 0), 1, 1e-9)).toBe(true);
        expect(list.every(({ share }, i) => share >= 0 && share <= (list[i - 1]?.share ?? 1))).toBe(true);
        expect(list.every(({ value, side }) => (side === "above") === value > (outcome.mean ?? 0) && (side === "below") === value < (outcome.mean ?? 0))).toBe(true);
      }
    }));
  });

  it("names the school that stands out, and nobody while data is missing", () => {
    const schools = [0, 1, 2].map((i) => ({ ...exactSchool("primary", `213300000${i}`), multimediaRooms: i === 2 ? 90 : 30 }));
    expect(contributionsOf(evaluateCounty(schools).sections, "primary", "multimediaRooms")[0]).toMatchObject({ code: "2133000002", side: "above" });
    expect(contributionsOf(evaluateCounty([...schools, blank("primary", "2133000009")]).sections, "primary", "multimediaRooms")).toEqual([]);
  });
});
