import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { ITEM_ORDER } from "@/lib/items/judge-county";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { explainCv, sameOutcome } from "@/lib/trace/explain-cv";
import { explainValue } from "@/lib/trace/explain-value";
import { areaFigure, COUNTY_COUNTS, countTrace, countiesTrace, countyFigure, cvTrace, sectionsTrace, itemTrace, liveTrace, schoolCountTrace, schoolFigure, schoolItemTrace, valueTrace, type CountKind } from "@/lib/trace/keys";
import { readingLayer, thresholdLayer, type Layers } from "@/lib/trace/read-layers";
import { verdictConditions } from "@/lib/trace/verdict-conditions";
import { blank, county, exactSchool } from "../evaluation/build";

describe("the derivation of a value", () => {
  it("gives the value of the evaluation to the last bit, and names a form for every input", () => {
    fc.assert(fc.property(county(), (schools) => {
      for (const section of evaluateCounty(schools).sections) for (const key of INDICATOR_KEYS) {
        const facts = schools.find(({ code }) => code === section.code);
        if (!facts) throw new Error("a section without its school");
        const trace = explainValue(facts, section.stage, key);
        expect(trace.value).toBe(section.values[key]);
        expect(trace.inputs.length).toBeGreaterThanOrEqual(2);
        for (const input of trace.inputs) expect(input.form).toMatch(/^学校自评表“.+”：/);
      }
    }), { numRuns: 60 });
  });

  it("of shared premises shows the published split: 23,226 over 166 and 210 pupils is 58.5 a primary pupil", () => {
    const facts = { ...blank("nine_year"), students: { primary: 166, junior: 210, senior: null }, teachingArea: 23_226, indoorSportsArea: 0 };
    const trace = explainValue(facts, "primary", "teachingArea");
    expect(trace.steps).toEqual(["23,226 − 0 = 23,226 ㎡", "23,226 × 1 ÷（1 × 166 + 1.1 × 210） = 58.503778337531 ㎡"]);
    expect(explainValue(facts, "junior", "teachingArea").steps[1]).toBe("23,226 × 1.1 ÷（1 × 166 + 1.1 × 210） = 64.354156171285 ㎡");
  });

  it("of a plain school is a division; of a missing figure it says so", () => {
    const school = exactSchool("primary");
    expect(explainValue(school, "primary", "degreeTeachers").steps).toEqual(["42 ÷ 1,000 × 100 = 4.2 人"]);
    expect(explainValue(school, "primary", "equipmentValue").steps).toEqual(["200 万元 × 10,000 = 2,000,000 元", "2,000,000 ÷ 1,000 = 2,000 元"]);
    expect(explainValue({ ...school, indoorSportsArea: null }, "primary", "sportsArea")).toMatchObject({ value: null, steps: ["未填 ÷ 1,000 有未填的数，不计算"] });
  });
});

describe("the derivation of a coefficient", () => {
  it("shows rows whose squares and totals give the coefficient of the evaluation", () => {
    fc.assert(fc.property(county(), (schools) => {
      const evaluation = evaluateCounty(schools);
      for (const stage of STAGES) for (const key of INDICATOR_KEYS) {
        const trace = explainCv(evaluation, stage, key);
        const stored = evaluation.stages[stage]?.indicators[key];
        if (!trace || !stored) continue;
        expect(sameOutcome(trace.outcome, stored)).toBe(true);
        expect(trace.students).toBe(trace.rows.reduce((sum, row) => sum + row.students, 0));
        if (stored.sd !== null && stored.mean !== null) expect(Math.abs(Math.sqrt((trace.squares ?? -1) / trace.students) - stored.sd)).toBeLessThanOrEqual(1e-9 * Math.max(1, stored.mean));
      }
    }), { numRuns: 40 });
  });

  it("is not the stored one when a bit differs", () => {
    const outcome = evaluateCounty([exactSchool("primary")]).stages.primary?.indicators.teachingArea;
    if (!outcome) throw new Error("no outcome");
    expect(sameOutcome(outcome, { ...outcome, mean: (outcome.mean ?? 0) + Number.EPSILON * 4 })).toBe(false);
    expect(sameOutcome(outcome, { ...outcome, cvPass: !outcome.cvPass })).toBe(false);
  });

  it("of incomplete data computes nothing", () => {
    const evaluation = evaluateCounty([exactSchool("primary"), { ...exactSchool("primary", "2133000002"), multimediaRooms: null }]);
    expect(explainCv(evaluation, "primary", "multimediaRooms")).toMatchObject({ raw: null, squares: null, steps: ["有学校（部）的数没有填全，不计算。"] });
    expect(explainCv(evaluation, "junior", "multimediaRooms")).toBeNull();
  });
});

describe("addresses of figures", () => {
  it("lead back to the figure; anything else is none", () => {
    const figure = (href: string) => new URL(href, "http://x").searchParams.get("figure") ?? "";
    for (const stage of STAGES) for (const key of INDICATOR_KEYS) {
      expect(countyFigure(figure(cvTrace("640422", 2025, stage, key)))).toEqual({ kind: "cv", stage, key });
      expect(schoolFigure(figure(valueTrace("s1", 2025, stage, key)))).toEqual({ kind: "value", stage, key });
      expect(areaFigure(figure(cvTrace("64", 2025, stage, key)))).toEqual({ kind: "cv", stage, key });
    }
    for (const item of ITEM_ORDER) expect([countyFigure(figure(itemTrace("640422", 2025, item))), schoolFigure(figure(schoolItemTrace("s1", 2025, item)))]).toEqual([{ kind: "item", item }, { kind: "item", item }]);
    const counts: CountKind[] = [{ count: "crowding" }, { count: "size" }, { count: "sections" }, ...STAGES.flatMap((stage) => [{ count: "students" as const, stage }, { count: "classes" as const, stage }])];
    for (const kind of counts) expect(countyFigure(figure(countTrace("640422", 2025, kind)))).toEqual({ kind: "count", ...kind });
    for (const count of COUNTY_COUNTS) expect(areaFigure(figure(countiesTrace("64", 2025, count)))).toEqual({ kind: "counties", count });
    expect([countyFigure(figure(sectionsTrace("640422", 2025))), areaFigure(figure(sectionsTrace("64", 2025)))]).toEqual([{ kind: "count", count: "sections" }, { kind: "sections" }]);
    expect([countyFigure(figure(liveTrace("640422", 2025))), schoolFigure(figure(schoolCountTrace("s1", 2025, "classes", "junior")))]).toEqual([{ kind: "live" }, { kind: "classes", stage: "junior" }]);
    for (const text of ["item.gov-16", "item.gov-0", "item", "item.toString", "students", "students.senior", "counties.all", "counties", "sections.primary", "crowding.x", "live.x"]) expect([text, countyFigure(text), schoolFigure(text), areaFigure(text)]).toEqual([text, null, null, null]);
    for (const text of ["", "cv", "cv.primary", "cv.senior.teachingArea", "cv.primary.teachingArea.x", "toString", "primary.constructor"]) expect([countyFigure(text), schoolFigure(text)]).toEqual([null, null]);
  });
});

describe("whose standard a figure was judged by", () => {
  const held = { id: "1", basis: "甲政办发〔2025〕3号", validFrom: "2025-01-01", validTo: null, version: 1, createdAt: new Date(), retiredAt: null, retiredReason: null };
  const layers: Layers = { day: "2025-09-01", names: new Map([["64", "甲省"]]), overrides: [{ ...held, divisionCode: "64", indicator: "teachingArea", stage: "primary", value: 5 }], choices: [{ ...held, divisionCode: "64", reading: "musicArtRooms", value: "together" }] };
  it("names the level that raised a threshold and its document, or says that nobody did", () => {
    expect(thresholdLayer(layers, "teachingArea", "primary", 5)).toBe("甲省提高到 5，依据：甲政办发〔2025〕3号；国家标准 4.5（教督〔2017〕6号）");
    expect(thresholdLayer(layers, "teachingArea", "primary", 4.5)).toBe("国家标准 4.5（教督〔2017〕6号），省、市没有提高");
    expect(thresholdLayer({ ...layers, day: "2024-09-01" }, "teachingArea", "primary", 5)).toBe("5，高于国家标准 4.5，为本年度办结时固定的标准");
  });
  it("names who chose a reading, and says where it is the default", () => {
    expect(readingLayer(layers, "musicArtRooms", { ...DEFAULT_READINGS, musicArtRooms: "together" })).toContain("（甲省选定，依据：甲政办发〔2025〕3号）");
    expect(readingLayer(layers, "musicArtRooms", DEFAULT_READINGS)).toContain("（平台默认口径）");
  });
});

describe("the conditions of a verdict", () => {
  const { stages } = evaluateCounty([exactSchool("primary")]);
  const base = { expected: 1, reported: 1, sections: 1, compliantSections: 1, stages, resourceVerdict: true, items: [{ item: "gov-1", met: true, text: "", value: null, failing: [] }, { item: "qual-9", met: null, text: "", value: null, failing: [] }] };
  it("are met, failed or open each for itself", () => {
    expect(verdictConditions(base).map(({ name, met }) => [name, met])).toEqual([["全部学校审定", true], ["每所学校（部）达标", true], ["每项差异系数在限值以内", true], ["政府保障程度", true], ["教育质量", null]]);
    expect(verdictConditions({ ...base, reported: 0, resourceVerdict: null }).slice(0, 2).map(({ met }) => met)).toEqual([null, null]);
  });
});
