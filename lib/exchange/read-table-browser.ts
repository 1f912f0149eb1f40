import type { Cell } from "./columns";

/** The rows of a file chosen in the browser; the readers are loaded when first needed, the file stays on this device. */
export async function readTableFile(file: File): Promise<Cell[][]> {
  if (/\.xlsx$/i.test(file.name)) {
    const { readSheet } = await import("read-excel-file/browser");
    return (await readSheet(file)) as Cell[][];
  }
  const { decodeText, parseDelimited } = await import("./csv");
  return parseDelimited(decodeText(new Uint8Array(await file.arrayBuffer())));
}

/** The rows of what was pasted from a spreadsheet. */
export async function readPasted(text: string): Promise<Cell[][]> {
  const { parseDelimited } = await import("./csv");
  return parseDelimited(text);
}
