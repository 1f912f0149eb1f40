import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateSchool, isComplete } from "@/lib/evaluation/evaluate-school";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { schoolFindings, type SchoolInput } from "@/lib/findings/rules-school";
import type { StoredSection } from "@/lib/results/list-sections";
import { NATIONAL_STANDARD } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";

const facts = (more: Partial<SchoolFacts> = {}): SchoolFacts => ({
  code: "2164000001", name: "第八小学", kind: "primary", students: { primary: 1000, junior: null, senior: null }, classes: { primary: 24, junior: null }, maxClass: { primary: 45, junior: null },
  degreeTeachers: { primary: 60, junior: null }, backboneTeachers: { primary: 12, junior: null }, artsPeTeachers: { primary: 12, junior: null },
  teachingArea: 6000, indoorSportsArea: 200, sportsFieldArea: 9000, equipmentValueWan: 240, multimediaRooms: 28, ...more,
});
const stored = (of: SchoolFacts): StoredSection[] => evaluateSchool(of).map((section) => ({ ...section, schoolId: "s1", complete: isComplete(section) }));
const input = (more: Partial<SchoolInput> = {}): SchoolInput => ({ id: "s1", year: 2025, sections: stored(facts()), before: [], items: [], standard: NATIONAL_STANDARD, owners: [], ...more });
const sentences = (more: Partial<SchoolInput>) => schoolFindings(input(more)).map(({ sentence }) => sentence);

describe("what a school's figures say", () => {
  it("has nothing to say of a school at standard", () => expect(sentences({})).toEqual([]));

  it("says the value, the standard and what is missing; what is below 85 % stands first", () => {
    expect(sentences({ sections: stored(facts({ backboneTeachers: { primary: 9, junior: null }, multimediaRooms: 10 })) })).toEqual([
      "小学网络多媒体教室每百名学生 1.00 间，标准 2.3 间，低于标准的 85%，还差 13 间。",
      "小学骨干教师每百名学生 0.90 人，标准 1 人，达到 85% 但未达标准，还差 1 人。",
    ]);
  });

  it("calls missing figures missing, never zero", () => {
    const found = schoolFindings(input({ sections: stored(facts({ multimediaRooms: null })) }));
    expect(found).toMatchObject([{ key: "missing", tone: "pending", sentence: "1 项指标没有数据，暂不作结论：小学网络多媒体教室。" }]);
  });

  it("says who has to act, what has changed, and which items fail", () => {
    expect(sentences({
      before: stored(facts({ multimediaRooms: 10 })), owners: [{ owner: "本校", entries: 2, late: 1 }, { owner: "县财政局", entries: 1, late: 0 }],
      items: [{ item: "gov-5", met: false, text: "小学 8 个班超过 45 人（最大 52 人）" }, { item: "gov-4", met: null, text: "在校生数未填全" }],
    })).toEqual([
      "学校层面的政府保障、教育质量 2 项中 1 项未达标：班级学生数：小学 8 个班超过 45 人（最大 52 人）。",
      "一校一册还有 3 项未销号：本校办理 2 项、县财政局办理 1 项，其中逾期 1 项。",
      "小学七项指标中达到标准的，由 2024学年初的 6 项变为 7 项。",
    ]);
  });
});

describe("what proves a finding", () => {
  it("is the derivation of the figure; of several items their list", () => {
    const item = (key: string) => ({ item: key, met: false, text: "未达标" });
    const hrefs = (more: Partial<SchoolInput>) => schoolFindings(input(more)).map(({ href }) => href);
    expect(hrefs({ sections: stored(facts({ multimediaRooms: 10 })), items: [item("gov-5")] })).toEqual(["/s/s1/trace?year=2025&figure=primary.multimediaRooms", "/s/s1/trace?year=2025&figure=item.gov-5"]);
    expect(hrefs({ items: [item("gov-5"), item("gov-9")] })).toEqual(["/s/s1/overview?year=2025#items"]);
  });
});

describe("any school", () => {
  it("is told of each indicator below its standard and of no other, and no printed value reaches what it misses", () => {
    const some = fc.record({ pupils: fc.integer({ min: 10, max: 3000 }), degree: fc.nat(200), backbone: fc.nat(40), arts: fc.nat(40), area: fc.nat(20_000), field: fc.nat(30_000), value: fc.nat(900), rooms: fc.option(fc.nat(90)) });
    fc.assert(fc.property(some, (row) => {
      const sections = stored(facts({ students: { primary: row.pupils, junior: null, senior: null }, degreeTeachers: { primary: row.degree, junior: null }, backboneTeachers: { primary: row.backbone, junior: null }, artsPeTeachers: { primary: row.arts, junior: null }, teachingArea: row.area, sportsFieldArea: row.field, equipmentValueWan: row.value, multimediaRooms: row.rooms }));
      const found = schoolFindings(input({ sections }));
      const section = sections[0];
      for (const key of INDICATOR_KEYS) {
        const finding = found.find((one) => one.key === `primary.${key}`);
        expect(finding !== undefined).toBe(section !== undefined && section.values[key] !== null && !section.atStandard[key]);
        if (!finding) continue;
        const printed = Number(/(?:每百名学生|生均) ([\d,.]+) /.exec(finding.sentence)?.[1]?.replaceAll(",", ""));
        expect(printed).toBeLessThan(INDICATORS[key].threshold.primary);
        expect(finding.sentence).toMatch(/还差 [\d,.]+ .。$/);
      }
      expect(found.some(({ key }) => key === "missing")).toBe(row.rooms === null);
    }));
  });
});
