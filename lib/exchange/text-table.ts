/** Columns a terminal gives a text: Chinese and full-width signs take two. */
export const displayWidth = (text: string): number => [...text].reduce((width, char) => width + (/[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(char) ? 2 : 1), 0);

const pad = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(width - displayWidth(text), 0));
  return right ? space + text : text + space;
};

/** Rows in aligned columns; from the second column on, figures stand right. */
export function textTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, index) => Math.max(...[header, ...rows].map((row) => displayWidth(row[index] ?? ""))));
  const numeric = header.map((_, index) => index > 0 && rows.every((row) => /^[\d.,—▽▼-]*$/.test(row[index] ?? "")));
  const line = (row: readonly string[]) => row.map((cell, index) => pad(cell, widths[index] ?? 0, numeric[index] ?? false)).join("  ").trimEnd();
  return [line(header), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(line)].join("\n");
}
