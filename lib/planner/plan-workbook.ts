import writeExcelFile from "write-excel-file/node";
import type { Cell, Proposal, Table } from "./plan-tables";

const HEAD = { fontWeight: "bold", backgroundColor: "#E8EDF5", alignVertical: "center", wrap: true } as const;
const cell = (value: Cell) => (value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String, wrap: true });
const widthOf = ({ header, rows }: Table, at: number): number => Math.min(40, Math.max(9, (header[at]?.length ?? 0) * 1.6, ...rows.slice(0, 50).map((row) => String(row[at] ?? "").length * 1.3)));

/** The proposal as a workbook: what it is, then a sheet a table with real numbers and a frozen header. */
export async function planWorkbook({ title, lead, proof, facts, reasons, open, method, tables }: Proposal): Promise<Buffer> {
  const said: [string, string][] = [
    ["名称", title], ["结论", lead], ["证明", proof], ...facts.map(({ label, text }): [string, string] => [label, text]),
    ...open.map((text): [string, string] => ["仍未达到", text]), ...reasons.map((text, at): [string, string] => [at === 0 ? "为什么" : "", text]), ...method.map((text, at): [string, string] => [at === 0 ? "方法" : "", text]),
  ];
  return writeExcelFile([
    { data: said.map(([label, text]) => [{ value: label, type: String, fontWeight: "bold" as const }, { value: text, type: String, wrap: true }]), sheet: "说明", columns: [{ width: 14 }, { width: 100 }] },
    ...tables.map((table) => ({
      data: [table.header.map((value) => ({ value, type: String, ...HEAD })), ...table.rows.map((row) => row.map(cell)), [{ value: table.note, type: String, columnSpan: table.header.length }, ...table.header.slice(1).map(() => null)]],
      sheet: table.title, stickyRowsCount: 1, stickyColumnsCount: 1, columns: table.header.map((_, at) => ({ width: widthOf(table, at) })), orientation: "landscape" as const,
    })),
  ]).toBuffer();
}
