import type { z } from "zod";
import { COLUMNS, NOTE_COLUMN, TEXT_COLUMNS, headerKey, type Cell, type Problem } from "@/lib/exchange/columns";
import { isBlank, parseArea, parseCode, parseKind, parseOperator, textOf, type Parsed } from "@/lib/exchange/parse-cell";
import { rosterRow, type SchoolFields } from "./schema";

/** A row of a table of schools: what it says, and only that; a blank cell says nothing. */
export type RosterRow = { row: number; fields: z.infer<typeof rosterRow> };

const yes = (cell: Cell, name: string): Parsed<boolean> => {
  const text = textOf(cell);
  if (["是", "1", "true"].includes(text)) return { value: true };
  return ["否", "0", "false"].includes(text) ? { value: false } : { value: null, fault: `“${name}”应填“是”或“否”。` };
};
const year = (cell: Cell): Parsed<number> => (/^(18|19|20)\d{2}$/.test(textOf(cell)) ? { value: Number(textOf(cell)) } : { value: null, fault: "“建成年份”应填四位年份。" });
function day(cell: Cell): Parsed<string> {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : textOf(cell).replaceAll(/[./年月]/g, "-").replace(/日$/, "");
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const iso = found ? `${found[1]}-${(found[2] ?? "").padStart(2, "0")}-${(found[3] ?? "").padStart(2, "0")}` : "";
  return iso !== "" && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso) ? { value: iso } : { value: null, fault: "“开办日期”应填日期，如 2026-09-01。" };
}

type ColumnOf<Key extends keyof SchoolFields> = { key: Key; name: string; parse: (cell: Cell) => Parsed<NonNullable<SchoolFields[Key]>> };
const column = <Key extends keyof SchoolFields>(key: Key, name: string, parse: ColumnOf<Key>["parse"]) => ({ key, name, parse: (cell: Cell): Parsed<unknown> => parse(cell) });

/** The columns of a table of schools; those of the base table have its names, so that it serves, too. */
export const ROSTER_COLUMNS = [
  column("code", TEXT_COLUMNS.code.name, parseCode), column("name", TEXT_COLUMNS.name.name, (cell) => ({ value: textOf(cell).slice(0, 60) })), column("kind", TEXT_COLUMNS.kind.name, parseKind),
  column("operatorType", TEXT_COLUMNS.operator.name, parseOperator), column("areaType", TEXT_COLUMNS.area.name, parseArea),
  column("boarding", "是否寄宿制", (cell) => yes(cell, "是否寄宿制")), column("builtYear", "建成年份", year), column("counted", "是否计校数", (cell) => yes(cell, "是否计校数")),
  column("parentCode", "中心校标识码", parseCode), column("openedOn", "开办日期", day),
] as const;
const REQUIRED = ["code", "name", "kind"];
const ELSEWHERE = new Set(COLUMNS.map(({ name }) => headerKey(name)));

/** Where each column stands; missing and repeated ones are faults, foreign ones are named. */
function readPlaces(cells: readonly Cell[], row: number, problems: Problem[]): Map<string, number> {
  const places = new Map<string, number>();
  cells.forEach((cell, index) => {
    const key = headerKey(textOf(cell));
    const known = ROSTER_COLUMNS.find(({ name }) => headerKey(name) === key);
    if (known && places.has(known.key)) problems.push({ severity: "error", row, column: known.name, message: `“${known.name}”一列出现了两次，应只保留一列。` });
    else if (known) places.set(known.key, index);
    else if (key !== "" && key !== NOTE_COLUMN && !ELSEWHERE.has(key)) problems.push({ severity: "warning", row, column: textOf(cell), message: `“${textOf(cell)}”不是学校名录的列，已忽略。` });
  });
  for (const { key, name } of ROSTER_COLUMNS) if (REQUIRED.includes(key) && !places.has(key)) problems.push({ severity: "error", row, column: name, message: `缺少必需的列“${name}”。` });
  return places;
}

/** Reads a table of schools, every fault with its row as the spreadsheet counts it. Pure. */
export function readRosterTable(table: readonly (readonly Cell[])[]): { rows: RosterRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const start = table.findIndex((cells) => !cells.every(isBlank));
  const header = table[start];
  if (!header) return { rows: [], problems: [{ severity: "error", row: 1, column: "", message: "表中没有内容；第一行应为表头，其后每行一所学校。" }] };
  const places = readPlaces(header, start + 1, problems);
  const rows: RosterRow[] = [];
  const seen = new Map<string, number>();
  table.forEach((cells, index) => {
    if (index <= start || cells.every(isBlank)) return;
    const row = index + 1;
    const fields: Record<string, unknown> = {};
    for (const { key, name, parse } of ROSTER_COLUMNS) {
      const cell = cells[places.get(key) ?? -1];
      if (isBlank(cell)) {
        if (REQUIRED.includes(key) && places.has(key)) problems.push({ severity: "error", row, column: name, message: `“${name}”未填写。` });
        continue;
      }
      const { value, fault } = parse(cell);
      if (fault) problems.push({ severity: "error", row, column: name, message: fault });
      else if (value !== null) fields[key] = value;
    }
    const said = rosterRow.safeParse(fields);
    for (const { path, message } of said.error?.issues ?? []) if (path[0] !== "code") problems.push({ severity: "error", row, column: ROSTER_COLUMNS.find(({ key }) => key === path[0])?.name ?? "", message });
    if (!said.success) return;
    const { code } = said.data;
    const first = seen.get(code);
    if (first !== undefined) return void problems.push({ severity: "error", row, column: TEXT_COLUMNS.code.name, message: `学校标识码“${code}”与第 ${first} 行重复。` });
    seen.set(code, row);
    rows.push({ row, fields: said.data });
  });
  if (rows.length === 0 && problems.every(({ severity }) => severity !== "error")) problems.push({ severity: "error", row: start + 2, column: "", message: "表头之后没有学校，应每行填写一所学校。" });
  return { rows, problems };
}
