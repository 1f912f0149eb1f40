import writeExcelFile from "write-excel-file/node";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { AREA_TYPE_LABEL, OPERATOR_TYPE_LABEL, SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";
import { COLUMNS, NOTE_COLUMN, type Column } from "./columns";

type Value = string | number | null;

/** One cell of the base table; what is not filled in stays blank. */
function valueOf(facts: SchoolFacts, column: Column): Value {
  switch (column.type) {
    case "code": return facts.code;
    case "text": return facts.name;
    case "kind": return SCHOOL_KIND_LABEL[facts.kind];
    case "operator": return facts.operatorType ? (OPERATOR_TYPE_LABEL[facts.operatorType] ?? facts.operatorType) : null;
    case "area": return facts.areaType ? AREA_TYPE_LABEL[facts.areaType] : null;
    default:
      if (column.stage === undefined) return facts[column.field];
      return column.stage === "senior" ? facts.students.senior : facts[column.field][column.stage];
  }
}

/** The base table as rows: header, then one row a school. A mark (演示数据 …) goes into a last column that readers pass over. */
export function baseTableRows(schools: readonly SchoolFacts[], mark: string | null): Value[][] {
  const header: Value[] = [...COLUMNS.map(({ name }) => name), ...(mark ? [NOTE_COLUMN] : [])];
  return [header, ...schools.map((facts) => [...COLUMNS.map((column) => valueOf(facts, column)), ...(mark ? [mark] : [])])];
}

/** What stands at the foot of an exported table: 标准版本, 口径, 时间, 数据基准. */
export type TableNotes = { title: string; mark: string | null; lines: { label: string; text: string }[] };

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** The foot of every printed page. `&&` prints one ampersand; `&P` is the page. */
function pageFoot({ title, mark, lines }: TableNotes): string {
  const plain = (text: string) => escape(text.replaceAll("&", "&&"));
  const foot = `&L&8${plain(lines.map(({ label, text }) => `${label}：${text}`).join("；").slice(0, 180))}&R&8第 &P 页`;
  return `<headerFooter><oddHeader>${`&C&12${plain(title)}${mark ? `&R&10${plain(mark)}` : ""}`.replaceAll(/&(?!amp;|lt;|gt;)/g, "&amp;")}</oddHeader><oddFooter>${foot.replaceAll(/&(?!amp;|lt;|gt;)/g, "&amp;")}</oddFooter></headerFooter>`;
}

const HEAD = { fontWeight: "bold", backgroundColor: "#E8EDF5", alignVertical: "center", wrap: true } as const;

/** The workbook: the table with frozen header and first columns, and a sheet that says what it is. Numbers are numbers, codes are text. */
export async function baseTableWorkbook(schools: readonly SchoolFacts[], notes: TableNotes): Promise<Buffer> {
  const [header = [], ...rows] = baseTableRows(schools, notes.mark);
  const cell = (value: Value) => (value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String });
  const table = [header.map((value) => ({ value: String(value), type: String, ...HEAD })), ...rows.map((row) => row.map(cell))];
  const said = [{ label: "名称", text: notes.title }, ...notes.lines, ...(notes.mark ? [{ label: "提示", text: notes.mark }] : [])];
  return writeExcelFile([
    { data: table, sheet: "县域基础数据表", stickyRowsCount: 1, stickyColumnsCount: 2, columns: header.map((name, at) => ({ width: at === 1 ? 26 : Math.max(11, String(name).length + 2) })), orientation: "landscape" },
    { data: said.map(({ label, text }) => [{ value: label, type: String, fontWeight: "bold" as const }, { value: text, type: String }]), sheet: "说明", columns: [{ width: 14 }, { width: 90 }] },
  ], { features: [{ files: { transform: { "xl/worksheets/sheet{id}.xml": { insert: () => pageFoot(notes) } } } }] }).toBuffer();
}
