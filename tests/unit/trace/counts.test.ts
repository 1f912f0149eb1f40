import { describe, expect, it } from "vitest";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { toItemFacts } from "@/lib/items/item-facts";
import { fromFactRow, toFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { CV_LIMIT } from "@/lib/standard/indicators";
import { explainArea, type AreaRow } from "@/lib/trace/explain-area";
import { explainCount } from "@/lib/trace/explain-count";
import { explainSchoolCount } from "@/lib/trace/explain-school-count";
import { blank, exactSchool } from "../evaluation/build";

const row = (facts: SchoolFacts, classes: { primary: number[] | null; junior: number[] | null }): SchoolFactRow => toFactRow({ schoolId: `s${facts.code}`, year: 2025, divisionCode: "640422", number: 1 }, facts, { ...toItemFacts({}), classes });
const nine = { ...blank("nine_year", "2133000002"), students: { primary: 1800, junior: 800, senior: null } };
const point = { ...blank("teaching_point", "2133000003"), students: { primary: 20, junior: null, senior: null } };
const rows = [row(exactSchool("primary"), { primary: [45, 46, 56, 66], junior: null }), row(nine, { primary: [40], junior: [50, 51] }), row(point, { primary: [20], junior: null }), row(blank("primary", "2133000004"), { primary: null, junior: null })];
const evaluation = evaluateCounty(rows.map((one) => fromFactRow(one)));

describe("a count over schools", () => {
  it("of pupils is the sum of the sections that are assessed, with those left out and why", () => {
    const trace = explainCount({ count: "students", stage: "primary" }, evaluation, rows);
    expect(trace.rows.map(({ code, cells, note }) => [code.slice(-1), cells[0], note])).toEqual([["1", 1000, ""], ["2", 1800, "九年一贯制学校（含附设班），只计本学段"], ["4", 0, ""]]);
    expect(trace.totals).toEqual([evaluation.stages.primary?.students]);
    expect(trace.left).toEqual([{ school: "学校2133000003", reason: "教学点在校生 20 人，不足 50 人，不参与资源配置评估" }]);
    expect(explainCount({ count: "students", stage: "junior" }, evaluation, rows)).toMatchObject({ totals: [800], left: [] });
  });

  it("of classes counts every class by the limits, 教学点 among them, and leaves out who has not said", () => {
    expect(explainCount({ count: "classes", stage: "primary" }, evaluation, rows)).toMatchObject({ totals: [6, 3, 2, 1], counted: 3, left: [{ school: "学校2133000004", reason: "各班学生数未填全，未计入" }] });
    expect(explainCount({ count: "classes", stage: "junior" }, evaluation, rows)).toMatchObject({ totals: [2, 1, 0, 0], rows: [{ cells: [2, 1, 0, 0, 51] }] });
    expect(explainCount({ count: "crowding" }, evaluation, rows)).toMatchObject({ counted: 2, rows: [{ cells: [66, null] }, { cells: [40, 51] }], left: [{ school: "学校2133000004" }] });
    expect(explainCount({ count: "size" }, evaluation, rows)).toMatchObject({ counted: 1, rows: [{ school: "学校2133000002", cells: [2600, 2500] }] });
  });

  it("of sections at the standard is that of the evaluation", () => {
    const trace = explainCount({ count: "sections" }, evaluation, rows);
    expect([trace.counted, trace.rows.length]).toEqual([evaluation.sections.filter(({ compliant }) => compliant).length, evaluation.sections.length]);
    expect(trace.rows.find(({ code }) => code === "2133000001")).toMatchObject({ cells: [7, 0], counts: true });
    expect(trace.rows.map(({ counts }) => counts)).toEqual([...trace.rows.map(({ counts }) => counts)].sort());
  });

  it("of a school shows the field of its form; merged 教学点 stand apart; a stage that it has not is none", () => {
    const [first] = rows;
    if (!first) throw new Error("no row");
    const facts = fromFactRow(first);
    expect(explainSchoolCount({ kind: "classes", stage: "primary" }, first, facts)).toMatchObject({ value: 4, classes: [66, 56, 46, 45], inputs: [{ label: "小学各班学生数", value: "4 个班，最大 66 人，3 个超过 45 人", source: "教基2106／2107" }] });
    const joined = explainSchoolCount({ kind: "students", stage: "primary" }, first, { ...facts, students: { primary: 1020, junior: null, senior: null } });
    expect([joined?.value, joined?.rule]).toEqual([1020, "按当年 9 月 1 日在籍学生填写。本校 1,000 人 + 并入的教学点 20 人 = 1,020 人。"]);
    expect(explainSchoolCount({ kind: "students", stage: "junior" }, first, facts)).toBeNull();
  });
});

describe("a figure above the county", () => {
  const at = (code: string, part: Partial<AreaRow> = {}): AreaRow => ({ code, name: `县${code}`, city: "市", expected: 10, reported: 10, sections: 12, compliantSections: 9, resource: true, verdict: true, planYear: null, recognisedOn: null, cv: { cv: 0.3, cvLimit: CV_LIMIT.primary, cvPass: true }, ...part });
  const counties = [
    at("640101"), at("640102", { resource: true, verdict: false }), at("640103", { reported: 9, resource: null, verdict: null, cv: { cv: 0.6, cvLimit: 0.5, cvPass: false } }), at("640104", { verdict: null, cv: { cv: null, cvLimit: 0.5, cvPass: false } }),
    at("640105", { expected: 0, reported: 0, resource: null, verdict: null, cv: null }),
  ];
  it("counts whole counties alone: what is incomplete is neither met nor unmet, and says why", () => {
    const trace = explainArea({ kind: "counties", count: "compliant" }, 2025, counties);
    expect(trace.counts).toEqual({ in: 1, out: 1, open: 3 });
    expect(trace.counties.map(({ group, why }) => [group, why])).toEqual([["in", ""], ["out", ""], ["open", "应报 10 所，已审定 9 所，没有全部审定"], ["open", "有县级指标或学校的数没有审定、没有填全，不作结论"], ["open", "本年度没有开启填报或没有应报学校"]]);
    expect(explainArea({ kind: "counties", count: "reported" }, 2025, counties).counts).toEqual({ in: 3, out: 0, open: 2 });
    expect(explainArea({ kind: "counties", count: "resource" }, 2025, counties).counts).toEqual({ in: 3, out: 0, open: 2 });
  });

  it("of a coefficient says which counties are within it, beyond it, without it, and which rest on part of their schools", () => {
    const trace = explainArea({ kind: "cv", stage: "primary", key: "teachingArea" }, 2025, counties);
    expect(trace.counts).toEqual({ in: 2, out: 1, open: 2 });
    expect(trace.counties.map(({ figure }) => figure)).toEqual(["0.300，限值 0.50", "0.300，限值 0.50", "0.600，限值 0.50", "不能计算", "—"]);
    expect(trace.counties[2]?.why).toBe("按已审定的学校计算：应报 10 所，已审定 9 所");
  });

  it("of schools at the standard adds up what is approved, and leaves out who has nothing yet", () => {
    const trace = explainArea({ kind: "sections" }, 2025, [at("640101"), at("640103", { reported: 4, sections: 5, compliantSections: 0 }), at("640105", { expected: 3, reported: 0, sections: 0, compliantSections: 0 })]);
    expect([trace.sum, trace.counts]).toEqual(["9／17", { in: 2, out: 0, open: 1 }]);
    expect(trace.counties.map(({ figure, why }) => [figure, why])).toEqual([["9／12", ""], ["0／5", "按已审定的学校计算：应报 10 所，已审定 4 所"], ["—", "还没有审定的学校"]]);
  });

  it("of the 规划表 and of recognitions counts by their own days, whatever the data says", () => {
    const plans = [at("640101", { planYear: 2024, verdict: null }), at("640102", { planYear: 2026 }), at("640103", { recognisedOn: "2025-12-01", verdict: false })];
    expect(explainArea({ kind: "counties", count: "planned" }, 2025, plans).counties.map(({ group, figure }) => [group, figure])).toEqual([["in", "2024 年申报，数据不全"], ["open", "2026 年申报"], ["open", "未列入"]]);
    expect(explainArea({ kind: "counties", count: "recognised" }, 2025, plans).counties.map(({ group, figure }) => [group, figure])).toEqual([["open", "—"], ["open", "—"], ["in", "2025-12-01 公布"]]);
  });
});
