import writeExcelFile from "write-excel-file/node";
import { itemName, itemTitle } from "./item-names";
import type { LedgerItem } from "./list-entries";
import type { YearTable } from "./list-years";
import { BUREAU, DATA_MET_NAME, LEDGER_STATE_NAME, SOURCE_NAME } from "./rules";

const HEADER = ["序号", "级别", "学校", "来源", "指标", "问题", "缺口", "缺口单位", "整改措施", "经费估算（元）", "责任单位", "责任岗位", "计划年度", "整改期限", "状态", "逾期", "登记日期"];
const WIDTHS = [6, 8, 28, 14, 26, 60, 12, 8, 40, 16, 24, 16, 10, 12, 20, 6, 12];

type Cell = string | number | null;
const cell = (value: Cell) => (value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String, wrap: true });
const head = (labels: string[]) => labels.map((value) => ({ value, type: String, fontWeight: "bold" as const, backgroundColor: "#E8EDF5" }));

const line = (entry: LedgerItem, at: number): Cell[] => [
  at + 1, entry.level === "school" ? "学校" : "县级", entry.school, SOURCE_NAME[entry.source], entry.item ? itemTitle(entry.item, entry.stage) : "", entry.problem, entry.gap, entry.gapUnit, entry.measure, entry.costYuan,
  entry.owner === "bureau" ? BUREAU : entry.owner === "unit" ? entry.unit : entry.school, entry.post, entry.plannedYear, entry.dueOn, entry.state === "waiting" && entry.dataMet ? DATA_MET_NAME : LEDGER_STATE_NAME[entry.state], entry.late ? "是" : "", entry.openedOn,
];

const yearLines = ({ years, rows, costs }: YearTable): Cell[][] => [
  ...rows.map((row): Cell[] => [itemName(row.item) || "其他", row.gapUnit, ...years.map((year) => row.cells.get(year)?.gap ?? null), row.gap, row.entries]),
  ["经费估算", "元", ...costs.map((cost) => cost.cost), costs.reduce<number | null>((sum, cost) => (cost.cost === null ? sum : (sum ?? 0) + cost.cost), null), costs.reduce((sum, cost) => sum + cost.entries, 0)],
];

/** The ledger as a workbook: the entries as filtered, what is planned for which year, and what it is. */
export async function ledgerWorkbook(title: string, entries: LedgerItem[], years: YearTable, notes: { label: string; text: string }[]): Promise<Buffer> {
  const labels = ["指标", "单位", ...years.years.map((year) => (year === null ? "未列计划" : `${year} 年`)), "合计", "问题个数"];
  return writeExcelFile([
    { data: [head(HEADER), ...entries.map((entry, at) => line(entry, at).map(cell))], sheet: "整改台账", stickyRowsCount: 1, columns: WIDTHS.map((width) => ({ width })), orientation: "landscape" },
    { data: [head(labels), ...yearLines(years).map((row) => row.map(cell))], sheet: "按指标和年度", stickyRowsCount: 1, columns: labels.map((_, at) => ({ width: at === 0 ? 30 : 14 })) },
    { data: [{ label: "名称", text: title }, ...notes].map(({ label, text }) => [{ value: label, type: String, fontWeight: "bold" as const }, { value: text, type: String }]), sheet: "说明", columns: [{ width: 14 }, { width: 90 }] },
  ]).toBuffer();
}
