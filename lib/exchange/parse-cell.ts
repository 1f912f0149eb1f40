import { OPERATOR_TYPE_LABEL, AREA_TYPE_LABEL, AREA_TYPES, SCHOOL_KIND_LABEL, SCHOOL_KINDS, type AreaType, type SchoolKind } from "@/lib/standard/school-kinds";
import type { Cell, NumberColumn } from "./columns";

/** What a cell holds, or what is wrong with it; `value: null` without a fault is a blank. */
export type Parsed<T> = { value: T | null; fault?: string; notice?: string };

const LARGEST = 1e10;
const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^-?(\d+\.?\d*|\.\d+)$/;

/** The text of a cell: full-width signs made narrow, outer spaces gone. */
export function textOf(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return "日期";
  return String(cell).normalize("NFKC").replace(/[\uFEFF\u200B]/g, "").trim();
}

export const isBlank = (cell: Cell): boolean => textOf(cell) === "";

const shown = (cell: Cell): string => `“${textOf(cell).slice(0, 20)}”`;

function numberIn(cell: Cell): number {
  if (typeof cell === "number") return cell;
  if (typeof cell === "boolean" || cell instanceof Date) return Number.NaN;
  const text = textOf(cell);
  if (GROUPED.test(text)) return Number(text.replaceAll(",", ""));
  return PLAIN.test(text) ? Number(text) : Number.NaN;
}

/** Decimals beyond the kept ones, except the noise of a double. */
const finer = (value: number, decimals: number): boolean => {
  const scaled = value * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) > 1e-6 * Math.max(1, Math.abs(value) * 1e-3);
};

export function parseNumber(cell: Cell, column: Pick<NumberColumn, "type" | "decimals">): Parsed<number> {
  if (isBlank(cell)) return { value: null };
  const expected = column.type === "integer" ? "不小于 0 的整数" : "不小于 0 的数";
  const value = numberIn(cell);
  if (!Number.isFinite(value)) return { value: null, fault: `${shown(cell)}不是数字，应填${expected}；没有数据请留空。` };
  if (value < 0) return { value: null, fault: `${shown(cell)}是负数，应填${expected}。` };
  if (value > LARGEST) return { value: null, fault: `${shown(cell)}过大，请核对单位，应填${expected}。` };
  if (column.type === "integer" && !Number.isInteger(value)) return { value: null, fault: `${shown(cell)}不是整数，应填${expected}。` };
  if (column.type === "decimal" && finer(value, column.decimals)) return { value, notice: `${shown(cell)}超过 ${column.decimals} 位小数，按四舍五入到 ${column.decimals} 位计算。` };
  return { value };
}

export function parseCode(cell: Cell): Parsed<string> {
  const text = textOf(cell);
  if (text === "") return { value: null };
  if (/^\d{10}$/.test(text)) return { value: text };
  const hint = /e\+?\d+$/i.test(text) ? "，表格软件可能已把它变成科学计数，请将该列设为文本后重填" : "";
  return { value: null, fault: `学校标识码${shown(cell)}不正确，应为 10 位数字${hint}。` };
}

const KIND_OF = new Map<string, SchoolKind>(SCHOOL_KINDS.map((kind) => [SCHOOL_KIND_LABEL[kind], kind]));
export function parseKind(cell: Cell): Parsed<SchoolKind> {
  const text = textOf(cell);
  const value = KIND_OF.get(text) ?? null;
  if (text === "" || value) return { value };
  return { value: null, fault: `办学类型${shown(cell)}无法识别，应为${[...KIND_OF.keys()].join("、")}之一。` };
}

const AREA_OF = new Map<string, AreaType>(AREA_TYPES.map((area) => [AREA_TYPE_LABEL[area], area]));
export function parseArea(cell: Cell): Parsed<AreaType> {
  const text = textOf(cell);
  const value = AREA_OF.get(text) ?? null;
  if (text === "" || value) return { value };
  return { value: null, fault: `城乡类型${shown(cell)}无法识别，应为${[...AREA_OF.keys()].join("、")}之一。` };
}

const OPERATOR_OF = new Map(Object.entries(OPERATOR_TYPE_LABEL).flatMap(([code, label]) => [[code, Number(code)], [label, Number(code)]] as [string, number][]));
export function parseOperator(cell: Cell): Parsed<number> {
  const text = textOf(cell);
  const value = OPERATOR_OF.get(text.replace(/^0+(?=\d)/, "")) ?? null;
  if (text === "" || value) return { value };
  return { value: null, fault: `举办者类型${shown(cell)}无法识别，应为代码 1–10 或名称（如“${OPERATOR_TYPE_LABEL[7]}”“${OPERATOR_TYPE_LABEL[10]}”）。` };
}
