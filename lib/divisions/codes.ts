export type DivisionLevel = "nation" | "province" | "city" | "county";

/** GB/T 2260 codes are the hierarchy: `64`, `6404`, `640422`; the nation is `cn`. */
export function levelOf(code: string): DivisionLevel | null {
  if (code === "cn") return "nation";
  if (!/^\d+$/.test(code)) return null;
  return code.length === 2 ? "province" : code.length === 4 ? "city" : code.length === 6 ? "county" : null;
}

/** Whether `code` is `scope` itself or lies below it; an empty scope reaches nothing. */
export function within(code: string, scope: string): boolean {
  if (scope === "") return false;
  return scope === "cn" || code.startsWith(scope);
}

/** The codes of a division and all below it: low ≤ code < high, in the order of code units (an index serves it under row-level security). */
export const codeRange = (code: string): [low: string, high: string] => { const prefix = code === "cn" ? "" : code; return [prefix, `${prefix}\u{10FFFF}`]; };

/** Characters of the codes one level down; 0 at the county, which has schools below it. */
export const childLength = (level: DivisionLevel): number => ({ nation: 2, province: 4, city: 6, county: 0 })[level];

/** The codes from the province down to this one, the nation first. */
export function ancestry(code: string): string[] {
  if (code === "cn") return ["cn"];
  return ["cn", ...[2, 4, 6].filter((length) => length <= code.length).map((length) => code.slice(0, length))];
}
