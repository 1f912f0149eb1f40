import type { FieldValue } from "./field";

/** A stored value as a person reads it; what is not filled in says so. */
export function valueText(value: FieldValue | undefined): string {
  if (value === undefined || value === null || value === "") return "未填";
  if (typeof value === "number") return value.toLocaleString("zh-CN", { maximumFractionDigits: 4, useGrouping: value >= 10_000 || !Number.isInteger(value) });
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) {
    if (value.length === 0) return "没有";
    return value.map((row) => ("pupils" in row ? `${row.grade}${row.name} ${row.pupils ?? "未填"} 人` : `${row.name} ${row.area ?? "未填"} ㎡`)).join("；");
  }
  const conclusion = value.conclusion === null ? "未作结论" : value.conclusion === "met" ? "达标" : "未达标";
  return value.text ? `${conclusion}：${value.text}` : conclusion;
}
