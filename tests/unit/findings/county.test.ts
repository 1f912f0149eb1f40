import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributionsOf } from "@/lib/evaluation/contributions";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { ranked, type Finding } from "@/lib/findings/finding";
import { countyFindings, type CountyInput } from "@/lib/findings/rules-county";
import type { CountyOutcome } from "@/lib/results/get-county-results";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";

const NO_WORK = { tasks: null, ledger: null };
const school = (at: number, more: Partial<SchoolFacts> = {}): SchoolFacts => ({
  code: String(2_164_000_000 + at), name: `第${at}小学`, kind: "primary", students: { primary: 500, junior: null, senior: null }, classes: { primary: 12, junior: null }, maxClass: { primary: 45, junior: null },
  degreeTeachers: { primary: 30, junior: null }, backboneTeachers: { primary: 6, junior: null }, artsPeTeachers: { primary: 6, junior: null },
  teachingArea: 3000, indoorSportsArea: 100, sportsFieldArea: 5000, equipmentValueWan: 120, multimediaRooms: 14, ...more,
});

/** The stored outcome of schools, as the approving transaction would have written it, and its findings. */
function stage(schools: SchoolFacts[], more: Partial<CountyInput> = {}, outcome: Partial<CountyOutcome> = {}): { result: CountyOutcome; input: CountyInput } {
  const { stages, sections, excluded, standard, verdict } = evaluateCounty(schools);
  const expected = outcome.expected ?? schools.length;
  const result: CountyOutcome = {
    divisionCode: "640422", year: 2025, expected, reported: schools.length, sections: sections.length, compliantSections: sections.filter((section) => section.compliant).length,
    resourceVerdict: expected > schools.length ? null : verdict.resourceAllocation, verdict: null, stages, items: [], excluded, standard, judgedBy: NATIONAL_STANDARD, computedAt: new Date(0), ...outcome,
  };
  return { result, input: { code: "640422", year: 2025, result, live: false, before: null, crowding: null, behind: [], work: NO_WORK, contributions: ({ stage: at, key }) => contributionsOf(sections, at, key), ...more } };
}
const findings = (schools: SchoolFacts[], more: Partial<CountyInput> = {}, outcome: Partial<CountyOutcome> = {}): Finding[] => countyFindings(stage(schools, more, outcome).input);
const said = (found: Finding[], key: string) => found.find((finding) => finding.key === key)?.sentence;

describe("what a county's figures say", () => {
  it("names the coefficient, its excess and the few schools that it lies in, and leads to them", () => {
    const found = findings([school(1, { backboneTeachers: { primary: 40, junior: null } }), ...[2, 3, 4, 5, 6].map((at) => school(at))]);
    expect(found[0]).toEqual({
      key: "cv.primary.backboneTeachers", weight: 99, tone: "fail", href: "/d/640422/overview?year=2025#cv-primary-backboneTeachers",
      sentence: "小学骨干教师差异系数 1.086，比限值 0.50 超出 0.586；差异主要集中在 1 所学校（1 所高于县均值），合计占 83.3%。",
    });
  });

  it("does not call it concentrated where no few schools make up half", () => {
    const found = findings(Array.from({ length: 40 }, (_, at) => school(at + 1, { backboneTeachers: { primary: at % 3 === 0 ? 14 : 2, junior: null } })));
    expect(said(found, "cv.primary.backboneTeachers")).toBe("小学骨干教师差异系数 0.923，比限值 0.50 超出 0.423；差异分散，份额最大的 5 所学校（5 所高于县均值）合计占 23.2%。");
  });

  it("counts the schools below the rule and the indicator that most of them miss", () => {
    const found = findings([school(1), school(2, { sportsFieldArea: 1000, multimediaRooms: 5 }), school(3, { sportsFieldArea: 1500, multimediaRooms: 14, teachingArea: 1200 })]);
    expect(said(found, "schools")).toBe("3 所学校（部）中 2 所未达标（66.7%）；低于标准值最多的是小学体育运动场馆，2／3 所。");
  });

  it("concludes nothing from a roster that is not whole, and from nothing says nothing", () => {
    const found = findings([school(1, { sportsFieldArea: 1000, multimediaRooms: 5 })], { before: stage([school(1)]).result }, { expected: 3 });
    expect(found.map((finding) => finding.key)).toEqual(["incomplete"]);
    expect(found[0]?.sentence).toBe("应报 3 所学校，已审定 1 所，还差 2 所；全部审定前不作县级结论。");
    expect(countyFindings({ ...stage([school(1)]).input, result: null })).toEqual([]);
    expect(said(findings([school(1), school(2, { multimediaRooms: null })]), "incomplete")).toBe("应报 2 所学校均已审定，但有学校的指标未填全；填全前不作县级结论。");
  });

  it("tells of items that fail, not of those that wait", () => {
    const items = [
      { item: "gov-5", met: false, text: "1 所学校未达标", value: null, failing: ["第1小学"] }, { item: "gov-13", met: false, text: "就近划片入学：小学 99.6%（应 100%）", value: null, failing: [] },
      { item: "qual-9", met: null, text: "结果尚未反馈", value: null, failing: [] }, { item: "recognition", met: false, text: "", value: 0.8496, failing: [] },
    ];
    const found = findings([school(1)], {}, { items });
    expect(said(found, "items.gov-")).toBe("政府保障程度 2 项中 2 项未达标：班级学生数：1 所学校未达标；就近划片入学：小学 99.6%（应 100%）。");
    expect(said(found, "items.qual-")).toBeUndefined();
    expect(said(found, "recognition")).toBe("社会认可度 84.9%，低于 85%（县级自测，非认定结果）。");
    // one item is proved by its derivation, several by their list, and 实时 figures have none
    const proof = (list: typeof found, key: string) => list.find((one) => one.key === key)?.href;
    expect([proof(found, "items.gov-"), proof(found, "recognition")]).toEqual(["/d/640422/indicators?year=2025", "/d/640422/trace?year=2025&figure=item.recognition"]);
    expect(proof(findings([school(1)], {}, { items: items.slice(1) }), "items.gov-")).toBe("/d/640422/trace?year=2025&figure=item.gov-13");
    expect(proof(findings([school(1)], { live: true }, { items: items.slice(1) }), "items.gov-")).toBe("/d/640422/indicators?year=2025&basis=live");
  });

  it("says what has changed between two whole years, and which coefficient has grown most", () => {
    const before = stage([school(1), school(2, { backboneTeachers: { primary: 4, junior: null } })]).result;
    const found = findings([school(1), school(2, { backboneTeachers: { primary: 3, junior: null } })], { before: { ...before, year: 2024 } });
    expect(said(found, "change")).toBe("与2024学年初相比，达标学校（部）仍为 1／2 所，超过限值的差异系数仍为 0 项。");
    expect(said(found, "grown")).toBe("差异系数上升最多的是小学骨干教师，由 0.200 升到 0.333。");
  });

  it("speaks of classes only as far as schools have said, and of plans, tasks and problems only where there are any", () => {
    const crowding = { schools: 9, unknown: 2, over: 8, large: 3, huge: 1, oversized: 0 };
    const work = { tasks: { year: 2026, tasks: 44, done: 5, overdue: 1 }, ledger: { total: 111, closed: 21, waiting: 13, late: 7 } };
    const found = findings([school(1)], { crowding, work, behind: ["目标年 2024 已过，审定数据尚未达到标准"] });
    expect(said(found, "crowding")).toBe("8 所学校有超过标准班额的班，其中 3 所有大班额（1 所有超大班额）；另有 2 所学校班级人数未填全，不计入。");
    expect(said(found, "tasks")).toBe("2026 年度创建任务 44 项，已完成 5 项（11.4%），逾期 1 项。");
    expect(said(found, "ledger")).toBe("整改台账 111 项中 90 项未销号，逾期 7 项，已报请、待核验 13 项。");
    expect(said(found, "behind")).toBe("进度落后于规划，表现 1 条：目标年 2024 已过，审定数据尚未达到标准。");
    expect(findings([school(1)]).filter(({ key }) => ["crowding", "tasks", "ledger", "behind"].includes(key))).toEqual([]);
  });
});

const whole = (max: number) => fc.integer({ min: 0, max });
const someSchool = fc.record({
  pupils: fc.integer({ min: 50, max: 2500 }), degree: fc.option(whole(200)), backbone: fc.option(whole(40), { freq: 9 }), arts: whole(40), area: whole(20_000), field: whole(30_000), value: whole(900), rooms: fc.option(whole(90), { freq: 9 }),
});
const someCounty = fc.array(someSchool, { minLength: 1, maxLength: 9 }).map((rows) => rows.map((row, at) => school(at + 1, {
  students: { primary: row.pupils, junior: null, senior: null }, degreeTeachers: { primary: row.degree, junior: null }, backboneTeachers: { primary: row.backbone, junior: null }, artsPeTeachers: { primary: row.arts, junior: null },
  teachingArea: row.area, sportsFieldArea: row.field, equipmentValueWan: row.value, multimediaRooms: row.rooms,
})));
const someWork = fc.record({ tasks: fc.option(fc.record({ year: fc.constant(2026), tasks: whole(90), done: whole(40), overdue: whole(40) })), ledger: fc.option(fc.record({ total: fc.integer({ min: 40, max: 500 }), closed: whole(40), waiting: whole(9), late: whole(9) })) });

describe("any county", () => {
  it("gets whole sentences with figures, one of a kind, each with its evidence in the county", () => {
    fc.assert(fc.property(someCounty, fc.option(someCounty, { nil: null }), someWork, fc.boolean(), (schools, last, work, live) => {
      const before = last ? { ...stage(last).result, year: 2024 } : null;
      const found = findings(schools, { before, work, live });
      for (const { sentence, href } of found) {
        expect(sentence).toMatch(/\d/);
        expect(sentence).toMatch(/。$/);
        expect(sentence).not.toMatch(/undefined|NaN|Infinity|null|[A-Za-z]{2,}|。。|-0/);
        expect(href).toMatch(/^\/d\/640422\//);
      }
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
    }));
  });

  it("never prints a coefficient that contradicts what is said of it", () => {
    fc.assert(fc.property(someCounty, (schools) => {
      for (const { key, sentence } of findings(schools)) {
        if (!key.startsWith("cv.")) continue;
        const [, printed, limit, excess] = (/差异系数 ([\d.]+)，比限值 ([\d.]+) 超出 ([\d.]+)/.exec(sentence) ?? []).map(Number);
        expect(printed).toBeGreaterThan(limit ?? NaN);
        expect(excess).toBeCloseTo((printed ?? NaN) - (limit ?? NaN), 9);
        const share = Number(/合计占 ([\d.]+)%/.exec(sentence)?.[1]);
        expect(share >= 50).toBe(sentence.includes("主要集中"));
      }
    }));
  });

  it("never takes missing data for a figure: without it no verdict, no change, no praise", () => {
    fc.assert(fc.property(someCounty, someCounty, whole(5), (schools, last, missing) => {
      const { result, input } = stage(schools, { before: { ...stage(last).result, year: 2024 } }, { expected: schools.length + missing });
      const keys = countyFindings(input).map(({ key }) => key);
      expect(keys.includes("incomplete")).toBe(result.resourceVerdict === null);
      if (result.resourceVerdict === null) expect(keys.filter((key) => ["schools", "good"].includes(key))).toEqual([]);
      if (missing > 0) expect(keys.filter((key) => ["change", "grown"].includes(key))).toEqual([]);
    }));
  });

  it("stands in the same order however it was gathered, the weightier first", () => {
    fc.assert(fc.property(someCounty, someWork, fc.infiniteStream(fc.integer()), (schools, work, numbers) => {
      const found = findings(schools, { work });
      const shuffled = found.map((finding) => ({ finding, at: numbers.next().value ?? 0 })).sort((a, b) => a.at - b.at).map(({ finding }) => finding);
      expect(ranked(shuffled)).toEqual(found);
      expect(found.every((finding, at) => at === 0 || (found[at - 1]?.weight ?? 0) >= finding.weight)).toBe(true);
    }));
  });
});
