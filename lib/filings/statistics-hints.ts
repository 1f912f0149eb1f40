import { valueText } from "@/lib/forms/value-text";
import type { Figures } from "@/lib/exchange/imported-fields";
import type { Finding } from "./check";
import { numberOf } from "./facts";
import { sectionsFor, type FilingData } from "./form";
import type { SchoolKind } from "@/lib/standard/school-kinds";

/** Where a typed figure and the imported statistics differ: a hint at the field, which never blocks. What is not typed yet is no difference. */
export function statisticsHints(kind: SchoolKind, data: FilingData, statistics: Figures): Finding[] {
  return sectionsFor(kind).flatMap(({ key: section, fields }) => fields.flatMap((field): Finding[] => {
    const [told, typed] = [statistics[section]?.[field.key], numberOf(data, section, field.key)];
    if (told === undefined || typed === null || told === typed) return [];
    return [{ severity: "warning", section, field: field.key, message: `统计数据为 ${valueText(told)}${field.unit ? ` ${field.unit}` : ""}，与填写的不一致，请核对。` }];
  }));
}
