import { Unzip, UnzipInflate } from "fflate";

/** No county's table is larger; a reader that fills every cell up to the last one would take the memory of the whole portal. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 1_000;
const MOST_CELLS = 2_000_000;

const OPENING = /<(?:[\w.-]+:)?(row|c)(?=[\s/>])([^<>]*)>/g;
const ANY = /<(?:[\w.-]+:)?(?:row|c)(?=[\s/>])/g;
const PLACE = /\sr\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Whether a text of lines and separators stays within what such a table holds, before it is cut into cells. */
export function textFits(text: string): boolean {
  let [lines, cells] = [1, 1];
  for (let at = 0; at < text.length && lines <= MOST_ROWS && cells <= MOST_CELLS; at += 1) {
    const sign = text[at];
    if (sign === "\n" || sign === "\r") lines += Number(sign === "\n" || text[at + 1] !== "\n");
    else if (sign === "," || sign === ";" || sign === "\t") cells += 1;
  }
  return lines <= MOST_ROWS && cells <= MOST_CELLS;
}

/** Columns are counted in letters: A is 1, AA 27. */
const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Whether a row or a cell stands within the limits; what is not written as spreadsheet programs write it, does not. */
function stands(tag: string, attributes: string): boolean {
  const plain = attributes.replace(/="[^"]*"|='[^']*'/g, "");
  if (/["'&]/.test(plain)) return false;
  const places = [...attributes.matchAll(PLACE)].map(([, one, other]) => one ?? other ?? "");
  if (places.length === 0) return tag === "row";
  return places.every((place) => {
    const [, letters = "", digits = ""] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    return digits !== "" && (letters === "") === (tag === "row") && Number(digits) <= MOST_ROWS && columnOf(letters) <= MOST_COLUMNS;
  });
}

function sheetStands(xml: string): boolean {
  let seen = 0;
  let rows = 0;
  for (const [, tag = "", attributes = ""] of xml.matchAll(OPENING)) {
    seen += 1;
    rows += Number(tag === "row");
    if (rows > MOST_ROWS || !stands(tag, attributes)) return false;
  }
  return seen === (xml.match(ANY)?.length ?? 0);
}

/**
 * Whether every sheet of a workbook ends within the limits, from the rows and cells that its parts name. The zip is gone through as the
 * reader does, entry by entry, whatever its directory says; null when it cannot be, or unpacks to more than `most` bytes.
 */
export function fitsLimits(bytes: Uint8Array, most: number): boolean | null {
  let [total, broken, fits] = [0, false, true];
  const unzip = new Unzip((file) => {
    const parts: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      total += chunk?.length ?? 0;
      if (error || total > most) broken = true;
      if (broken) return;
      parts.push(chunk);
      if (final) fits &&= sheetStands(Buffer.concat(parts).toString("utf8"));
    };
    if (!broken) file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !broken; at += CHUNK) unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
  } catch {
    return null;
  }
  return broken ? null : fits;
}

/** Handed in piece by piece, so that what unpacks to too much is left early. */
const CHUNK = 64 * 1024;
