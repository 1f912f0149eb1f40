import type { SectionData } from "@/lib/forms/field";
import { COUNTY_RULES } from "@/lib/items/county-rules";
import { contradictions } from "./check";
import { COUNTY_FORMS } from "./form";

export type LiveVerdict = { met: boolean | null; text: string };

/** What the item's rule says of the values as typed; null where the schools' data decide too (政府保障 6). Pure: it runs in the browser. */
export function judgeItem(item: string, values: SectionData): LiveVerdict | null {
  const rule = COUNTY_RULES.find((candidate) => candidate.item === item);
  if (!rule) return null;
  const fields = COUNTY_FORMS.find((form) => form.item === item)?.fields ?? [];
  const missing = fields.filter((field) => field.required && (values[field.key] === undefined || values[field.key] === null || values[field.key] === "")).length;
  if (missing > 0) return { met: null, text: `还有 ${missing} 处未填` };
  if (Object.keys(contradictions(item, values)).length > 0) return { met: null, text: "数据前后矛盾，请先更正" };
  const { met, text } = rule.judge(values);
  return { met, text };
}
