import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { parseBaseTable } from "@/lib/exchange/base-table";
import { decodeText, parseDelimited } from "@/lib/exchange/csv";
import { readTable } from "@/lib/exchange/read-table-node";
import { exampleRows, templateCsv } from "@/lib/exchange/template";
import { displayWidth, textTable } from "@/lib/exchange/text-table";

let folder = "";
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "base-table-")); });
afterAll(() => rm(folder, { recursive: true, force: true }));

const expected = parseBaseTable(exampleRows());
const csv = (separator: string) => exampleRows().map((row) => row.join(separator)).join("\r\n");

describe("reading a table", () => {
  it("from CSV, with and without a byte order mark", async () => {
    for (const mark of ["", "\uFEFF"]) {
      const path = join(folder, "table.csv");
      await writeFile(path, `${mark}${csv(",")}\r\n\r\n`);
      expect(parseBaseTable(await readTable(path))).toEqual(expected);
    }
  });

  it("from what is pasted out of a spreadsheet", () => {
    expect(parseBaseTable(parseDelimited(csv("\t")))).toEqual(expected);
  });

  it("from CSV in the encoding of Chinese spreadsheet programs", () => {
    expect(decodeText(Uint8Array.from([0xd1, 0xa7, 0xd0, 0xa3, 0xb1, 0xea, 0xca, 0xb6, 0xc2, 0xeb]))).toBe("学校标识码");
    expect(decodeText(new TextEncoder().encode("学校"))).toBe("学校");
  });

  it("keeps blank lines, so that row numbers hold", () => {
    expect(parseDelimited("a,b\n\n1,2")).toEqual([["a", "b"], [""], ["1", "2"]]);
    expect(parseDelimited("a,b\n\"一,\n二\",2")).toEqual([["a", "b"], ["一,\n二", "2"]]);
  });

  it("from .xlsx, numbers as numbers, blank rows in their place", async () => {
    const path = join(folder, "table.xlsx");
    const cell = (text: string) => (text === "" ? null : { value: /^[\d.]+$/.test(text) ? Number(text) : text });
    const [header = [], ...rows] = exampleRows();
    await writeExcelFile([header.map(cell), ...rows.slice(0, 3).map((row) => row.map(cell)), header.map(() => null), ...rows.slice(3).map((row) => row.map((text, i) => (i === 4 && text === "180" ? { value: -180 } : cell(text))))]).toFile(path);
    const { problems } = parseBaseTable(await readTable(path));
    expect(problems).toMatchObject([{ severity: "error", row: 6, column: "小学在校生数" }]);
    await writeExcelFile([header, ...rows].map((row) => row.map(cell))).toFile(path);
    expect(parseBaseTable(await readTable(path))).toEqual(expected);
  });

  it("a template filled with nothing asks for schools", () => {
    expect(templateCsv().startsWith("\uFEFF学校标识码,")).toBe(true);
    expect(parseBaseTable(parseDelimited(templateCsv())).problems).toMatchObject([{ severity: "error", row: 2 }]);
  });
});

describe("tables on a terminal", () => {
  it("align Chinese by its width", () => {
    expect(displayWidth("小学a（）")).toBe(9);
    const lines = textTable(["学校", "数"], [["示例小学", "1.50"], ["ab", "12"]]).split("\n");
    expect(lines).toEqual(["学校        数", "--------  ----", "示例小学  1.50", "ab          12"]);
  });
});
