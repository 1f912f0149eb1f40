import { COLUMNS, NOTE_COLUMN, headerKey, type Cell, type Column, type Problem } from "./columns";
import { textOf } from "./parse-cell";

export type Header = { row: number; place: Map<string, number> };

const BY_KEY = new Map(COLUMNS.map((column) => [headerKey(column.name), column]));

/** Where each known column stands; unknown columns are named, repeated and missing ones are errors. */
export function readHeader(cells: readonly Cell[], row: number, problems: Problem[], gaps: Problem["severity"] = "error"): Header {
  const place = new Map<string, number>();
  cells.forEach((cell, index) => {
    const text = textOf(cell);
    if (text === "" || headerKey(text) === NOTE_COLUMN) return;
    const column = BY_KEY.get(headerKey(text));
    if (!column) problems.push({ severity: "warning", row, column: text, message: `“${text}”不是基础数据表的列，已忽略。` });
    else if (place.has(column.name)) problems.push({ severity: "error", row, column: column.name, message: `“${column.name}”一列出现了两次，应只保留一列。` });
    else place.set(column.name, index);
  });
  for (const column of COLUMNS) if (column.required === "always" && !place.has(column.name)) problems.push(missing(column, row, column.type === "integer" || column.type === "decimal" ? gaps : "error"));
  return { row, place };
}

/** One sentence for a column that the table lacks. */
export const missing = (column: Column, row: number, severity: Problem["severity"] = "error"): Problem => ({ severity, row, column: column.name, message: `缺少必需的列“${column.name}”，请在表头补上这一列并填写数据。` });
