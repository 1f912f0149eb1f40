import { describe, expect, it } from "vitest";
import { parseBaseTable, readBaseTable, type Cell } from "@/lib/exchange/base-table";
import { COLUMNS, NOTE_COLUMN } from "@/lib/exchange/columns";
import { exampleRows } from "@/lib/exchange/template";

const AREA = "教学及辅助用房面积(㎡)";
const INDOOR = "室内体育用房面积(㎡)";
const MONEY = "教学仪器设备资产值(万元)";

type Row = Record<string, Cell>;
const primary = (serial: number, changes: Row = {}): Row => ({
  学校标识码: String(2_133_000_000 + serial), 学校名称: `第${serial}小学`, 办学类型: "小学", 小学在校生数: 500, 小学高于规定学历教师数: 25, 小学县级以上骨干教师数: 6, 小学体育艺术专任教师数: 5,
  [AREA]: 3000, [INDOOR]: 200, "运动场地面积(㎡)": 4000, [MONEY]: 110, "网络多媒体教室数(间)": 12, ...changes,
});
const nineYear = (serial: number, changes: Row = {}): Row => primary(serial, { 办学类型: "九年一贯制学校", 初中在校生数: 300, 初中高于规定学历教师数: 20, 初中县级以上骨干教师数: 4, 初中体育艺术专任教师数: 3, ...changes });

/** A table from records; the header has every column that some record names. */
function table(...records: Row[]): Cell[][] {
  const header = [...new Set([...COLUMNS.map(({ name }) => name), ...records.flatMap((record) => Object.keys(record))])];
  return [header, ...records.map((record) => header.map((name) => record[name] ?? null))];
}
const faults = (rows: Cell[][]) => parseBaseTable(rows).problems;
const only = (rows: Cell[][]) => {
  const problems = faults(rows);
  expect(problems.map(({ message }) => message)).toHaveLength(1);
  return problems[0];
};

describe("a good table", () => {
  it("is read without a problem, numbers or text, codes as numbers or text", () => {
    const { schools, problems } = parseBaseTable(table(primary(1), primary(2, { 学校标识码: 2_133_000_002, 小学在校生数: "500", [AREA]: " 3,000.50 " }), nineYear(3)));
    expect(problems).toEqual([]);
    expect(schools.map(({ code, kind }) => [code, kind])).toEqual([["2133000001", "primary"], ["2133000002", "primary"], ["2133000003", "nine_year"]]);
    expect(schools[1]).toMatchObject({ students: { primary: 500, junior: null, senior: null }, teachingArea: 3000.5, degreeTeachers: { primary: 25, junior: null } });
  });

  it("may order its columns freely and leave out those that no school needs", () => {
    const header = Object.keys(primary(1)).reverse();
    expect(parseBaseTable([header, header.map((name) => primary(1)[name])])).toMatchObject({ problems: [], schools: [{ code: "2133000001", multimediaRooms: 12 }] });
  });

  it("keeps a blank apart from 0", () => {
    const [school] = parseBaseTable(table(nineYear(1, { 初中班级数: 0, 小学班级数: null, 小学县级以上骨干教师数: 0 }))).schools;
    expect([school?.classes.junior, school?.classes.primary, school?.backboneTeachers.primary]).toEqual([0, null, 0]);
  });

  it("accepts full-width digits and signs, in cells and in the header", () => {
    const rows = table(primary(1, { 小学在校生数: "５００", 学校标识码: "２１３３００００01", [MONEY]: "１１０．５" }));
    rows[0] = (rows[0] ?? []).map((name) => String(name).replace("(", "（").replace(")", "）"));
    const { schools, problems } = parseBaseTable(rows);
    expect(problems).toEqual([]);
    expect(schools[0]).toMatchObject({ code: "2133000001", students: { primary: 500 }, equipmentValueWan: 110.5 });
  });

  it("ignores empty rows and counts rows as the spreadsheet does", () => {
    const rows = table(primary(1), primary(2, { 小学在校生数: -1 }));
    expect(only([[null, ""], ...rows.slice(0, 2), ["", null], ...rows.slice(2), [" "], []])).toMatchObject({ row: 5, column: "小学在校生数" });
  });

  it("takes the operator by code or name and the kind of area", () => {
    const { schools } = parseBaseTable(table(primary(1, { 举办者类型: 7, 城乡类型: "镇区" }), primary(2, { 举办者类型: "民办" })));
    expect(schools.map(({ operatorType, areaType }) => [operatorType, areaType])).toEqual([[7, "town"], [10, null]]);
  });

  it("lets a school write 0 in a stage that it does not have, and a special school its pupils", () => {
    expect(faults(table(primary(1, { 初中在校生数: 0, 初中高于规定学历教师数: 0 }), primary(2, { 办学类型: "特殊教育学校", 初中在校生数: 40 })))).toEqual([]);
  });

  it("the example of the calculator is one", () => {
    expect(parseBaseTable(exampleRows())).toMatchObject({ problems: [] });
    expect(parseBaseTable(exampleRows()).schools).toHaveLength(8);
  });
});

describe("faults of a cell", () => {
  const cases: [string, Row, string, RegExp][] = [
    ["negative number", { 小学在校生数: -3 }, "小学在校生数", /负数.*不小于 0 的整数/],
    ["word for a number", { [AREA]: "约三千" }, AREA, /不是数字.*不小于 0 的数/],
    ["truth value for a number", { [AREA]: true }, AREA, /不是数字/],
    ["fraction of a person", { 小学在校生数: 12.5 }, "小学在校生数", /不是整数/],
    ["number beyond reason", { [MONEY]: 1e12 }, MONEY, /过大/],
    ["short code", { 学校标识码: "21330" }, "学校标识码", /10 位数字/],
    ["code in scientific notation", { 学校标识码: "2.13E+09" }, "学校标识码", /科学计数/],
    ["unknown kind", { 办学类型: "幼儿园" }, "办学类型", /无法识别.*小学、初中/],
    ["unknown operator", { 举办者类型: "11" }, "举办者类型", /1–10/],
    ["unknown area", { 城乡类型: "郊区" }, "城乡类型", /城区、镇区、乡村/],
    ["blank name", { 学校名称: "  " }, "学校名称", /未填写/],
    ["blank where a number is required", { [INDOOR]: null }, INDOOR, /未填写.*没有请填 0/],
    ["blank of a stage that the school has", { 小学县级以上骨干教师数: "" }, "小学县级以上骨干教师数", /未填写/],
    ["indoor sports beyond all rooms", { [INDOOR]: 3000.01 }, INDOOR, /大于教学及辅助用房面积/],
    ["teachers of a stage without pupils", { 小学在校生数: 0, 小学县级以上骨干教师数: 0, 小学体育艺术专任教师数: 0 }, "小学高于规定学历教师数", /没有在校生/],
    ["pupils of a stage that the kind does not have", { 初中在校生数: 20 }, "初中在校生数", /办学类型为小学，不应有初中在校生/],
    ["teachers of a stage that the kind does not have", { 初中县级以上骨干教师数: 2 }, "初中县级以上骨干教师数", /初中没有在校生/],
    ["senior pupils in a primary school", { 高中在校生数: 5 }, "高中在校生数", /不应有高中在校生/],
  ];
  for (const [name, changes, column, message] of cases) {
    it(name, () => {
      const rows = table(primary(1), primary(2, changes));
      expect(only(rows)).toMatchObject({ severity: "error", row: 3, column });
      expect(only(rows)?.message).toMatch(message);
      expect(parseBaseTable(rows).schools).toEqual([]);
    });
  }

  it("a twelve-year school needs its senior pupils", () => {
    expect(only(table(nineYear(1, { 办学类型: "十二年一贯制学校" })))).toMatchObject({ severity: "error", column: "高中在校生数" });
  });

  it("more decimals than count are a warning", () => {
    expect(only(table(primary(1, { [AREA]: 3000.123 })))).toMatchObject({ severity: "warning", column: AREA });
    expect(faults(table(primary(1, { [AREA]: 0.1 + 0.2 + 3000, [MONEY]: 110.1234 })))).toEqual([]);
  });
});

describe("faults of a table", () => {
  it("lists all at once, in the order of rows", () => {
    const problems = faults(table(primary(1, { 小学在校生数: "x", [AREA]: -1 }), primary(1, { 办学类型: "大学" })));
    expect(problems.map(({ row, column }) => [row, column])).toEqual([[2, "小学在校生数"], [2, AREA], [3, "办学类型"], [3, "学校标识码"]]);
    expect(problems[3]?.message).toContain("与第 2 行重复");
  });

  it("a missing column is one error, however many rows there are", () => {
    const rows = table(primary(1), primary(2));
    const index = (rows[0] ?? []).indexOf(MONEY);
    expect(only(rows.map((row) => row.filter((_, i) => i !== index)))).toMatchObject({ severity: "error", row: 1, column: MONEY, message: expect.stringContaining("缺少必需的列") });
  });

  it("a stage column is missing only when a school has that stage", () => {
    const header = Object.keys(primary(1));
    const rows = [header, header.map((name) => nineYear(1)[name]), header.map((name) => nineYear(2)[name])];
    expect(faults(rows).map(({ row, column }) => [row, column])).toEqual([[1, "初中在校生数"], [1, "初中高于规定学历教师数"], [1, "初中县级以上骨干教师数"], [1, "初中体育艺术专任教师数"]]);
  });

  it("an unknown column is a notice and nothing more", () => {
    const rows = table(primary(1, { 校长姓名: "某某" }));
    expect(only(rows)).toMatchObject({ severity: "warning", row: 1, column: "校长姓名" });
    expect(parseBaseTable(rows).schools).toHaveLength(1);
  });

  it("a repeated column is an error", () => {
    const rows = table(primary(1)).map((row, i) => [...row, i === 0 ? AREA : 1]);
    expect(only(rows)).toMatchObject({ severity: "error", column: AREA, message: expect.stringContaining("两次") });
  });

  it("an empty table and one without schools say so", () => {
    expect(only([])).toMatchObject({ severity: "error", message: expect.stringContaining("没有内容") });
    expect(only(table())).toMatchObject({ severity: "error", row: 2, message: expect.stringContaining("没有学校数据") });
  });
});

describe("outliers", () => {
  it("more than five times the county's median per pupil is a warning that changes nothing", () => {
    const rows = table(primary(1), primary(2), primary(3), primary(4, { [MONEY]: 1_100_000 }));
    expect(only(rows)).toMatchObject({ severity: "warning", row: 5, column: MONEY, message: expect.stringContaining("10000.0 倍") });
    expect(parseBaseTable(rows).schools).toHaveLength(4);
  });

  it("five times itself is none, nor is a large school with large resources", () => {
    const large = Object.fromEntries(Object.entries(primary(4)).map(([name, value]) => [name, typeof value === "number" ? value * 4 : value]));
    expect(faults(table(primary(1), primary(2), primary(3), large))).toEqual([]);
    expect(faults(table(primary(1), primary(2), primary(3), primary(4, { [MONEY]: 550 })))).toEqual([]);
  });

  it("pupils are compared by the class where classes are known", () => {
    const rows = (changes: Row) => table(...[1, 2, 3].map((serial) => primary(serial, { 小学班级数: 12 })), primary(4, { 小学在校生数: 5000, ...changes }));
    expect(only(rows({ 小学班级数: 12 }))).toMatchObject({ severity: "warning", column: "小学在校生数" });
    expect(faults(rows({ 小学班级数: 110 }))).toEqual([]);
  });
});

describe("schools without an assessed stage", () => {
  it("may leave their premises out; all others may not", () => {
    const blank = { [AREA]: "", [INDOOR]: "", "运动场地面积(㎡)": "", [MONEY]: "", "网络多媒体教室数(间)": "" };
    const special = { 学校标识码: "5199000001", 学校名称: "特殊教育学校", 办学类型: "特殊教育学校", ...blank };
    expect(faults(table(primary(1), special))).toEqual([]);
    expect(faults(table(primary(1), primary(2, blank)))).toHaveLength(5);
  });
});

describe("a table for drafts", () => {
  it("may have gaps, which are warnings; a wrong figure is still an error", () => {
    const gaps = readBaseTable(table(primary(1, { [AREA]: "", [INDOOR]: "" }), primary(2)), "drafts");
    expect(gaps.problems).toMatchObject([{ severity: "warning", row: 2, column: AREA, message: expect.stringContaining(`2 列未填写（${AREA}、${INDOOR}）`) }]);
    expect(gaps.placed.map(({ row, facts }) => [row, facts.teachingArea])).toEqual([[2, null], [3, expect.any(Number)]]);
    expect(readBaseTable(table(primary(1, { [AREA]: "-1" })), "drafts")).toMatchObject({ problems: [{ severity: "error", column: AREA }] });
  });

  it("still names the school: code, name and kind are errors when blank", () => {
    expect(readBaseTable(table(primary(1, { 学校名称: "" })), "drafts").problems).toMatchObject([{ severity: "error", column: "学校名称" }]);
  });

  it("passes over the column of marks that exports carry", () => {
    expect(faults(table(primary(1, { [NOTE_COLUMN]: "演示数据，与实际情况无关" })))).toEqual([]);
  });
});
