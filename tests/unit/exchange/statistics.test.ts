import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/exchange/columns";
import { artsPeTotal, readStatistics, statisticsSheets, type KnownSchool } from "@/lib/exchange/statistics";
import { readPathHeader } from "@/lib/exchange/statistics-header";
import { recallSheet, suggestSheet, type StatisticsMapping } from "@/lib/exchange/statistics-mapping";

/** A header as merged cells leave it: the text stands in the first cell of each merge. */
const HEADER: Cell[][] = [
  ["2025—2026学年小学综合统计"],
  ["学校名称", "学校标识码", "是否计校数", "在校生数", null, "专任教师", null, null, null, null, null, null, null, null, null, "教基1102", "网络多媒体教室", "教学及辅助用房", null, null, "占地面积", null, "教学仪器设备资产值(万元)"],
  [null, null, null, "合计", "女", "合计", "#按学历分", null, null, null, "#按授课课程分", null, null, null, null, "县级以上骨干教师(小学)", null, "计", "室内体育用房", "其他", "计", "其中", null],
  [null, null, null, null, null, null, "博士研究生", "硕士研究生", "本科", "专科", "语文", "体育与健康", "艺术", null, null, null, null, null, null, null, null, "运动场地面积", null],
  [null, null, null, null, null, null, null, null, null, null, null, null, "计", "音乐", "美术", null, null, null, null, null, null, null, null],
];
const line = (name: string, code: string, counted: 0 | 1, pupils: number, change: Record<number, Cell> = {}): Cell[] => {
  const cells: Cell[] = [name, code, counted, pupils, 10, 30, 0, 1, 14, 9, 8, 3, 4, 2, 2, 5, 12, 2400.5, 150, 0, 9000, 4100, 88.5];
  for (const [at, cell] of Object.entries(change)) cells[Number(at)] = cell;
  return cells;
};
const REGISTER: KnownSchool[] = [{ code: "2164042201", name: "第八小学", kind: "primary" }, { code: "3264042201", name: "实验九年一贯制学校", kind: "nine_year" }];
const sheet = (stage: string, ...rows: Cell[][]) => ({ name: `${stage}统计`, rows: [...HEADER.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace("(小学)", `(${stage})`) : cell))), ...rows] });
const COLUMNS = readPathHeader(sheet("小学").rows)?.paths ?? [];
const MAPPING: StatisticsMapping = { sheets: { primary: suggestSheet("primary", COLUMNS), junior: suggestSheet("junior", readPathHeader(sheet("初中").rows)?.paths ?? []) }, campuses: {} };
const read = (sheets: ReturnType<typeof sheet>[], mapping = MAPPING, campuses = new Map<string, string>()) => readStatistics(statisticsSheets(sheets), mapping, REGISTER, campuses);

describe("a header of merged rows", () => {
  it("names each column by its path, without the marks of 其中项, and finds the first school below a title", () => {
    const header = readPathHeader([...HEADER, line("第八小学", "2164042201", 1, 400)]);
    expect(header?.firstRow).toBe(5);
    expect(header?.paths).toEqual(expect.arrayContaining(["学校名称", "在校生数/合计", "在校生数/女", "专任教师/合计", "专任教师/按学历分/博士研究生", "专任教师/按授课课程分/体育与健康", "专任教师/按授课课程分/艺术/计", "专任教师/按授课课程分/艺术/美术",
      "教基1102/县级以上骨干教师(小学)", "网络多媒体教室", "教学及辅助用房/计", "教学及辅助用房/室内体育用房", "占地面积/其中/运动场地面积", "教学仪器设备资产值(万元)"]));
    expect(new Set(header?.paths).size).toBe(HEADER[1]?.length);
  });

  it("is none without a column 学校名称", () => expect(readPathHeader([["名单"], ["a", "b"]])).toBeNull());
});

describe("the mapping", () => {
  it("suggests the known paths; 专科 counts in 小学 only", () => {
    expect(MAPPING.sheets.primary).toMatchObject({
      name: ["学校名称"], code: ["学校标识码"], counted: ["是否计校数"], students: ["在校生数/合计"], backbone: ["教基1102/县级以上骨干教师(小学)"], pe: ["专任教师/按授课课程分/体育与健康"],
      arts: ["专任教师/按授课课程分/艺术/计"], teachingArea: ["教学及辅助用房/计"], indoorSportsArea: ["教学及辅助用房/室内体育用房"], sportsFieldArea: ["占地面积/其中/运动场地面积"], multimediaRooms: ["网络多媒体教室"],
    });
    expect(MAPPING.sheets.primary?.degree).toHaveLength(4);
    expect(MAPPING.sheets.junior?.degree).toHaveLength(3);
  });

  it("keeps what a person confirmed while its columns stand", () => {
    expect(recallSheet("primary", COLUMNS, { students: ["在校生数/女"], pe: ["没有这一列"] })).toMatchObject({ students: ["在校生数/女"], pe: ["专任教师/按授课课程分/体育与健康"] });
  });
});

describe("体育、艺术教师", () => {
  it("takes 艺术 as the subtotal where it is one, else adds it", () => {
    expect(artsPeTotal({ pe: 3, arts: 4, music: 2, fineArts: 2 })).toBe(7);
    expect(artsPeTotal({ pe: 3, arts: 1, music: 2, fineArts: 2 })).toBe(8);
    expect(artsPeTotal({ pe: 3, arts: null, music: 2, fineArts: null })).toBe(5);
    expect(artsPeTotal({ pe: null, arts: 4, music: null, fineArts: null })).toBeNull();
  });
  it("never counts a subtotal twice", () => {
    fc.assert(fc.property(fc.nat(50), fc.nat(50), fc.nat(50), (pe, music, fineArts) => { expect(artsPeTotal({ pe, arts: music + fineArts, music, fineArts })).toBe(pe + music + fineArts); }));
  });
});

describe("the statistics export", () => {
  it("gives each school its figures, found by code or by name", () => {
    for (const code of ["2164042201", ""]) {
      const { placed, problems } = read([sheet("小学", line("第八小学", code, 1, 400), line("合计", "", 1, 400))]);
      expect(problems).toEqual([]);
      expect(placed).toMatchObject([{ row: 6, facts: { code: "2164042201", students: { primary: 400 }, degreeTeachers: { primary: 24 }, backboneTeachers: { primary: 5 }, artsPeTeachers: { primary: 7 }, teachingArea: 2400.5, indoorSportsArea: 150, sportsFieldArea: 4100, equipmentValueWan: 88.5, multimediaRooms: 12 } }]);
    }
  });

  it("joins the sheets of a school with two stages; what is shared is taken once", () => {
    const { placed, problems } = read([sheet("小学", line("实验九年一贯制学校", "", 1, 300)), sheet("初中", line("实验九年一贯制学校", "", 1, 200, { 17: null, 22: 0 }))]);
    expect(problems).toEqual([]);
    expect(placed).toMatchObject([{ facts: { students: { primary: 300, junior: 200 }, degreeTeachers: { primary: 24, junior: 15 }, teachingArea: 2400.5, equipmentValueWan: 88.5 } }]);
    expect(read([sheet("小学", line("实验九年一贯制学校", "", 1, 300)), sheet("初中", line("实验九年一贯制学校", "", 1, 200, { 17: 999 }))]).problems).toMatchObject([{ severity: "error", message: expect.stringContaining("2400.5 与 999") }]);
  });

  it("asks for the main school of a campus that is not counted, and adds it once it is named", () => {
    const rows = [sheet("小学", line("第八小学", "2164042201", 1, 400), line("第八小学东校区", "2164042299", 0, 60))];
    expect(read(rows)).toMatchObject({ campuses: [{ key: "2164042299", name: "第八小学东校区" }], problems: [{ severity: "error", message: expect.stringContaining("请在对应关系中选择它的主校") }] });
    for (const result of [read(rows, { ...MAPPING, campuses: { "2164042299": "2164042201" } }), read(rows, MAPPING, new Map([["2164042299", "2164042201"]]))]) {
      expect(result.problems).toEqual([]);
      expect(result.placed).toMatchObject([{ facts: { students: { primary: 460 }, teachingArea: 4801, artsPeTeachers: { primary: 14 } } }]);
    }
  });

  it("names pupils of a stage that the register does not know, unknown schools and cells that are no numbers", () => {
    expect(read([sheet("小学", line("第八小学", "", 1, 400)), sheet("初中", line("第八小学", "", 1, 30))]).problems).toMatchObject([{ message: expect.stringContaining("应登记为九年一贯制学校") }]);
    expect(read([sheet("小学", line("第九小学", "2164042209", 1, 400))]).problems).toMatchObject([{ row: 6, message: expect.stringContaining("不在本县这一年度的应报名册中") }]);
    expect(read([sheet("小学", line("第八小学", "", 1, 400, { 16: "若干" }))]).problems).toMatchObject([{ severity: "error", row: 6, column: "小学：网络多媒体教室", message: expect.stringContaining("不是数字") }]);
  });
});
