import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { readBaseTable } from "@/lib/exchange/base-table";
import { readUpload, readWorkbook } from "@/lib/exchange/read-upload";
import { unpackedSize } from "@/lib/exchange/unpacked-size";
import { baseTableRows, baseTableWorkbook } from "@/lib/exchange/write-table";
import { AREA_TYPES, hasSenior, SCHOOL_KINDS, stagesOf } from "@/lib/standard/school-kinds";
import { facts } from "./build-facts";

const MARK = "演示数据，与实际情况无关";
const notes = { title: "东镇县2025年基础数据表", mark: MARK, lines: [{ label: "标准版本", text: "教督〔2017〕6号" }, { label: "口径", text: "A & B <C>" }] };
const upload = (bytes: Uint8Array, name = "table.xlsx") => new File([new Uint8Array(bytes)], name);

const count = fc.option(fc.nat(900), { nil: null });
const area = fc.option(fc.nat(900_000).map((cents) => cents / 100), { nil: null });
/** Any school that a form could hold, with gaps. */
const school = fc.record({ kind: fc.constantFrom(...SCHOOL_KINDS), areaType: fc.constantFrom(...AREA_TYPES, null), operatorType: fc.constantFrom(1, 7, 10, null), figures: fc.array(count, { minLength: 14, maxLength: 14 }), areas: fc.array(area, { minLength: 3, maxLength: 3 }) })
  .map(({ kind, areaType, operatorType, figures, areas }, ): SchoolFacts => {
    const pair = (at: number) => ({ primary: stagesOf(kind).includes("primary") ? (figures[at] ?? null) : null, junior: stagesOf(kind).includes("junior") ? (figures[at + 1] ?? null) : null });
    const pupils = (value: number | null) => (value === null ? null : value + 1);
    const { primary, junior } = pair(0);
    const [teaching = null, indoor = null, field = null] = areas;
    return facts({
      kind, areaType, operatorType, students: { primary: pupils(primary), junior: pupils(junior), senior: hasSenior(kind) ? (figures[2] ?? null) : null },
      classes: pair(3), maxClass: pair(5), degreeTeachers: pair(7), backboneTeachers: pair(9), artsPeTeachers: pair(11),
      teachingArea: teaching, indoorSportsArea: teaching !== null && indoor !== null ? Math.min(indoor, teaching) : null, sportsFieldArea: field, multimediaRooms: figures[13] ?? null, equipmentValueWan: field === null ? null : field / 100,
    });
  });

describe("an exported base table", () => {
  it("comes back as the same schools, gaps and marks included", () => {
    fc.assert(fc.property(fc.array(school, { minLength: 1, maxLength: 4 }), fc.boolean(), (schools, marked) => {
      const coded = schools.map((one, at) => ({ ...one, code: String(2_164_000_000 + at) }));
      const { placed, problems } = readBaseTable(baseTableRows(coded, marked ? MARK : null), "drafts");
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(placed.map((one) => one.facts)).toEqual(coded);
    }));
  });

  it("is a workbook that opens, with real numbers, codes as text, a sheet of notes and the mark in every row", async () => {
    const schools = [facts(), facts({ code: "2164042202", name: "西镇小学", teachingArea: null })];
    const bytes = await baseTableWorkbook(schools, notes);
    const rows = await readUpload(upload(bytes));
    expect(rows[1]?.slice(0, 3)).toEqual(["2164042201", "东镇小学", "小学"]);
    expect(rows[1]?.includes(1800)).toBe(true);
    expect(rows.slice(1).every((row) => row.at(-1) === MARK)).toBe(true);
    expect(readBaseTable(rows, "drafts").placed.map((one) => one.facts)).toEqual(schools);
    const sheets = await readWorkbook(upload(bytes));
    expect(sheets.map(({ name }) => name)).toEqual(["县域基础数据表", "说明"]);
    expect(sheets[1]?.rows).toContainEqual(["口径", "A & B <C>"]);
    expect(sheets[1]?.rows).toContainEqual(["提示", MARK]);
  });
});

describe("an upload that is no table", () => {
  it.each([["text under a false name", new TextEncoder().encode("not a zip")], ["half a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])]])("%s is refused in a sentence", async (_name, bytes) => {
    await expect(readUpload(upload(bytes))).rejects.toMatchObject({ code: "invalid", fields: { file: expect.stringContaining("文件无法读取") } });
  });

  it("says how much a workbook unpacks to before it is unpacked", async () => {
    const bytes = await baseTableWorkbook(Array.from({ length: 300 }, (_, at) => facts({ code: String(2_164_000_000 + at) })), notes);
    expect(unpackedSize(bytes)).toBeGreaterThan(bytes.length);
    expect(unpackedSize(new Uint8Array(100))).toBeNull();
  });
});
