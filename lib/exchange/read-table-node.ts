import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { readSheet } from "read-excel-file/node";
import { decodeText, parseDelimited } from "./csv";
import type { Cell } from "./columns";

/** The rows of the first sheet of an .xlsx file, or of a .csv file. */
export async function readTable(path: string): Promise<Cell[][]> {
  const bytes = await readFile(path);
  const extension = extname(path).toLowerCase();
  if (extension === ".csv" || extension === ".txt" || extension === ".tsv") return parseDelimited(decodeText(bytes));
  return (await readSheet(bytes)) as Cell[][];
}
