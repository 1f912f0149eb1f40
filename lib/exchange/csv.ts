import Papa from "papaparse";
import type { Cell } from "./columns";

/** Rows of delimited text: comma or tab, with or without a byte order mark. Blank lines stay, so that row numbers hold. */
export function parseDelimited(text: string): Cell[][] {
  const body = text.replace(/^\uFEFF/, "");
  const firstLine = /^[^\r\n]*/.exec(body.trimStart())?.[0] ?? "";
  const { data } = Papa.parse<string[]>(body, { delimiter: firstLine.includes("\t") ? "\t" : ",", skipEmptyLines: false });
  return data;
}

/** UTF-8, or GB 18030 as Chinese spreadsheet programs still save it. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
