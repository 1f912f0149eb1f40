import writeExcelFile from "write-excel-file/node";
import type { PlanGrid } from "./list-plan";

type Notes = { /** Who fills it in: 济南市教育（教体）局. */ unit: string; mark: string | null; lines: { label: string; text: string }[] };

export const ANNEX_TITLE = "义务教育优质均衡发展县创建规划表";
const BORDER = { borderStyle: "thin", alignVertical: "center", wrap: true } as const;
const HEAD = { ...BORDER, fontWeight: "bold", align: "center", backgroundColor: "#E8EDF5" } as const;

/** The 规划表 as the annex of 鲁教基发〔2020〕4号 lays it out: names in the cells, 合计（个）, 备注; words for the seal, never a seal. */
export async function planWorkbook(grid: PlanGrid, { unit, mark, lines }: Notes): Promise<Buffer> {
  const { years, rows, totals } = grid;
  const wide = years.length + 2;
  const rest = (count: number) => Array.from({ length: count }, () => null);
  const text = (value: string) => ({ value, type: String, ...BORDER });
  const body = rows.map((row) => [
    text(row.name),
    ...years.map((year) => text(row.counties.filter((county) => county.year === year).map((county) => county.name).join("\n"))),
    text(row.note),
  ]);
  const data = [
    [{ value: ANNEX_TITLE, type: String, fontWeight: "bold" as const, fontSize: 16, align: "center" as const, columnSpan: wide }, ...rest(wide - 1)],
    [{ value: `填报单位（盖章）：${unit}`, type: String, columnSpan: wide }, ...rest(wide - 1)],
    [{ value: "市", type: String, rowSpan: 2, ...HEAD }, { value: "规划创建申报县（市、区）名单", type: String, columnSpan: years.length, ...HEAD }, ...rest(years.length - 1), { value: "备注", type: String, rowSpan: 2, ...HEAD }],
    [null, ...years.map((year) => ({ value: `${year}年`, type: String, ...HEAD })), null],
    ...body,
    [{ value: "合计（个）", type: String, ...HEAD }, ...years.map((year) => ({ value: totals[year] ?? 0, type: Number, ...BORDER, align: "center" as const })), text(`列入 ${grid.total.planned} 个，未列入 ${grid.total.counties - grid.total.planned} 个`)],
    ...(mark ? [[{ value: mark, type: String, columnSpan: wide, align: "center" as const, textColor: "#9A1B1B" }, ...rest(wide - 1)]] : []),
  ];
  return writeExcelFile([
    { data, sheet: "规划表", stickyRowsCount: 4, stickyColumnsCount: 1, columns: [{ width: 16 }, ...years.map(() => ({ width: 14 })), { width: 26 }], orientation: "landscape" },
    { data: lines.map(({ label, text: said }) => [{ value: label, type: String, fontWeight: "bold" as const }, { value: said, type: String }]), sheet: "说明", columns: [{ width: 14 }, { width: 90 }] },
  ]).toBuffer();
}
