import { headerKey, type Cell } from "./columns";
import { textOf } from "./parse-cell";

/** The columns of a sheet by the path of their header cells, and the first row of schools (as an index). */
export type PathHeader = { paths: string[]; firstRow: number };

const NAME = /^(学校|学校\(机构\)|机构|单位)名称$/;
/** `#` marks an 其中项 in the statistics; it says nothing that the path does not. */
const part = (cell: Cell): string => headerKey(textOf(cell)).replace(/^[#*]+/, "").replaceAll("/", "、");

/**
 * Reads a header of several merged rows. Merged cells give their text in the first cell only: a blank to the right belongs to the
 * group on its left when something stands below it; a blank below ends the path. Null when no column is called 学校名称.
 */
export function readPathHeader(rows: readonly (readonly Cell[])[]): PathHeader | null {
  const top = rows.findIndex((cells) => cells.some((cell) => NAME.test(part(cell))));
  if (top === -1) return null;
  const nameAt = (rows[top] ?? []).findIndex((cell) => NAME.test(part(cell)));
  let firstRow = top + 1;
  while (firstRow < rows.length && textOf(rows[firstRow]?.[nameAt]) === "") firstRow += 1;
  const header = rows.slice(top, firstRow);
  const width = Math.max(...header.map((cells) => cells.length));
  const columns: string[][] = [];
  for (let at = 0; at < width; at += 1) {
    const own = header.map((cells) => part(cells[at]));
    const left = columns[at - 1];
    const below = (row: number) => own.slice(row + 1).some((text) => text !== "");
    const path: string[] = [];
    own.forEach((text, row) => {
      const sameGroup = left !== undefined && path.every((step, depth) => step === left[depth]);
      path.push(text === "" && below(row) && sameGroup ? (left?.[row] ?? "") : text);
    });
    columns.push(path);
  }
  return { paths: columns.map((path) => path.filter(Boolean).join("/")), firstRow };
}
