import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleRows } from "@/lib/exchange/template";
import { fieldText, planRosterTable, type ListedSchool } from "@/lib/roster/plan-roster";
import type { SchoolFields } from "@/lib/roster/schema";
import { readRosterTable, ROSTER_COLUMNS } from "@/lib/roster/table";
import { AREA_TYPES, SCHOOL_KINDS } from "@/lib/standard/school-kinds";

const TODAY = "2026-11-22";
const HEAD = ["学校标识码", "学校名称", "办学类型", "是否计校数", "中心校标识码", "开办日期"];
const listed = (fields: SchoolFields, more: Partial<ListedSchool> = {}): ListedSchool => ({ id: `id-${fields.code}`, code: fields.code, name: fields.name, kind: fields.kind, parentSchoolId: null, counted: fields.counted, openedOn: fields.openedOn, closedOn: null, version: 3, fields, past: { filings: 0, underReview: false, branches: 0 }, ...more });
const fields = (code: string, more: Partial<SchoolFields> = {}): SchoolFields => ({ code, name: `学校${code}`, kind: "primary", areaType: null, operatorType: 7, boarding: false, builtYear: null, counted: true, parentCode: null, openedOn: null, ...more });
const planOf = (table: string[][], schools: ListedSchool[] = [], elsewhere: string[] = []) => { const { rows, problems } = readRosterTable(table); const plan = planRosterTable(rows, schools, new Set(elsewhere), TODAY); return { ...plan, problems: [...problems, ...plan.problems] }; };

describe("a table of schools", () => {
  it("may be the county base table as it is", () => {
    const { rows, problems } = readRosterTable(exampleRows());
    expect(problems).toEqual([]);
    expect(rows.length).toBe(8);
    expect(rows[4]).toEqual({ row: 6, fields: { code: "2199000005", name: "示例县南山教学点", kind: "teaching_point", areaType: "rural" } });
  });
  it("names every fault with its row and column at once", () => {
    const { problems } = planOf([HEAD, ["2165000001", "一小", "小学", "", "", "2026年9月31日"], ["216500000", "", "大学", "也许", "", ""], ["2165000003", "三小", "小学", "否", "", ""], ["2165000003", "四小", "小学", "", "", ""]]);
    expect(problems.map(({ row, column }) => [row, column])).toEqual([[2, "开办日期"], [3, "学校标识码"], [3, "学校名称"], [3, "办学类型"], [3, "是否计校数"], [5, "学校标识码"], [4, "中心校标识码"]]);
    expect(planOf([["学校名称"], ["一小"]]).problems.map(({ message }) => message)).toEqual(["缺少必需的列“学校标识码”。", "缺少必需的列“办学类型”。"]);
    expect(planOf([]).problems[0]?.message).toMatch(/表中没有内容/);
    expect(planOf([HEAD]).problems[0]?.message).toMatch(/表头之后没有学校/);
  });
  it("adds what is new, also a school that another row of the table files for, changes what is given, and leaves the rest", () => {
    const [first, second] = [listed(fields("2165000001", { name: "一小", areaType: "town" })), listed(fields("2165000002", { name: "二小" }))];
    const plan = planOf([HEAD, ["2165000001", "第一小学", "小学", "", "", ""], ["2165000005", "南山教学点", "教学点", "否", "2165000004", ""], ["2165000004", "河东中心小学", "小学", "", "", "2026-09-01"]], [first, second]);
    expect(plan.problems).toEqual([]);
    expect(plan.entries.map(({ act, fields: { code, areaType } }) => [act, code, areaType])).toEqual([["change", "2165000001", "town"], ["add", "2165000005", null], ["add", "2165000004", null]]);
    expect(plan.entries[0]?.changes).toEqual([{ label: "学校名称", from: "一小", to: "第一小学" }]);
    expect(plan.absent).toEqual(["二小"]);
  });
  it("refuses codes of other counties, closed schools and names that would stand twice", () => {
    const plan = planOf([HEAD, ["2165000001", "一小", "小学", "", "", ""], ["2165000002", "二小", "小学", "", "", ""], ["2165000003", "三小", "小学", "", "", ""], ["2165000004", "三小", "小学", "", "", ""]], [listed(fields("2165000002"), { closedOn: "2025-01-01" })], ["2165000001"]);
    expect(plan.problems.map(({ row, message }) => [row, message.slice(0, 9)])).toEqual([[2, "这个标识码已由别的"], [3, "学校2165000"], [4, "本县已有同名的在办"], [5, "本县已有同名的在办"]]);
  });
  it("says of an exported roster that nothing is to be written", () => {
    const school = fc.record({ kind: fc.constantFrom(...SCHOOL_KINDS), areaType: fc.option(fc.constantFrom(...AREA_TYPES)), operatorType: fc.option(fc.integer({ min: 1, max: 10 })), boarding: fc.boolean(), builtYear: fc.option(fc.integer({ min: 1900, max: 2026 })), openedOn: fc.constantFrom(null, "2020-09-01") });
    fc.assert(fc.property(fc.array(school, { minLength: 1, maxLength: 12 }), (some) => {
      const schools = some.map((one, at) => listed(fields(String(2165000001 + at), one)));
      const table = [ROSTER_COLUMNS.map(({ name }) => name), ...schools.map((one) => ROSTER_COLUMNS.map(({ key }) => { const text = fieldText(key, one.fields); return text === "未填" ? "" : text; }))];
      const plan = planOf(table, schools);
      expect(plan.problems).toEqual([]);
      expect(plan.entries.every(({ act }) => act === "same")).toBe(true);
    }));
  });
});
