import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { fitsLimits, MOST_COLUMNS, MOST_ROWS, textFits } from "@/lib/exchange/sheet-extent";
import { baseTableWorkbook } from "@/lib/exchange/write-table";
import { parseBaseTable } from "@/lib/exchange/base-table";
import { exampleRows } from "@/lib/exchange/template";

const MOST = 10 * 1024 * 1024;
const sheet = (rows: string, name = "xl/worksheets/sheet1.xml") => zipSync({ [name]: strToU8(`<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`) });
const cell = (place: string) => sheet(`<row r="1"><c r="${place}" t="n"><v>1</v></c></row>`);

describe("how far a workbook reaches", () => {
  it("is within the limits for what we write ourselves", async () => {
    const bytes = await baseTableWorkbook(parseBaseTable(exampleRows()).schools, { title: "示例", mark: null, lines: [] });
    expect(fitsLimits(bytes, MOST)).toBe(true);
    expect(fitsLimits(cell("A1"), MOST)).toBe(true);
    expect(fitsLimits(cell(`ALL${MOST_ROWS}`), MOST)).toBe(true);
  });
  it("is not for a stray cell at the end of the sheet, in whatever part and whatever way it is written", () => {
    for (const place of ["XFD1048576", "A1048576", `A${MOST_ROWS + 1}`, "ALM1", "ZZZZ1", "1", "a1", "A1e9", ""]) expect(fitsLimits(cell(place), MOST), place).toBe(false);
    expect(fitsLimits(sheet('<row r="999999999"></row>'), MOST)).toBe(false);
    expect(fitsLimits(sheet("<row r='1048576'><c r='A1048576'/></row>"), MOST)).toBe(false);
    expect(fitsLimits(sheet('<x:row r="1"><x:c r="XFD1"/></x:row>'), MOST)).toBe(false);
    expect(fitsLimits(sheet('<row r="1"><c x=">" r="XFD1048576"><v>1</v></c></row>'), MOST)).toBe(false);
    expect(fitsLimits(sheet('<row r="1"><c r="&#88;FD1048576"/></row>'), MOST)).toBe(false);
    expect(fitsLimits(sheet('<row r="1"><c r="A1" r="XFD1"/></row>'), MOST)).toBe(false);
    expect(fitsLimits(sheet('<row r="1"><c><v>1</v></c></row>'), MOST)).toBe(false);
    expect(fitsLimits(sheet('<row r="1"><c r="XFD1"/></row>', "any/where.bin"), MOST)).toBe(false);
    expect(fitsLimits(sheet("<row/>".repeat(MOST_ROWS + 1)), MOST)).toBe(false);
    expect(MOST_COLUMNS).toBe(1000);
  });
  it("of a text is counted in lines and separators before it is cut", () => {
    expect(textFits("a,b\r\n".repeat(MOST_ROWS - 1))).toBe(true);
    expect(textFits("\n".repeat(MOST_ROWS))).toBe(false);
    expect(textFits("\r".repeat(MOST_ROWS))).toBe(false);
    expect(textFits(",".repeat(2_000_000))).toBe(false);
  });
  it("cannot be said of what is no zip or unpacks to too much, whatever its directory says", () => {
    const honest = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(MOST + 1) });
    expect(fitsLimits(honest, MOST)).toBeNull();
    const lying = Uint8Array.from(honest);
    const at = Buffer.from(lying).indexOf("PK\u0001\u0002", 0, "latin1");
    new DataView(lying.buffer).setUint32(at + 24, 10, true);
    expect(fitsLimits(lying, MOST)).toBeNull();
    expect(fitsLimits(readFileSync(import.meta.filename), MOST)).toBe(true);
  });
});
