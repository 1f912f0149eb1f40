import { FILING_SECTIONS } from "@/lib/filings/form";
import { exactText } from "./exact-text";

/** A figure that a school filled in: what it is, where it stands on the form and in the statistics. */
export type Input = { label: string; value: string; form: string; source: string };

export const UNFILLED = "未填";

/** A field of the school's form with what stands in it; a key that is no field gives nothing. */
export function formInput(key: string, text: string): Input[] {
  for (const section of FILING_SECTIONS) {
    const field = section.fields.find((one) => one.key === key);
    if (field) return [{ label: field.label, value: text, form: `学校自评表“${section.title}”：${field.label}`, source: field.source ?? "学校填报" }];
  }
  return [];
}

const unitOf = (key: string): string => FILING_SECTIONS.flatMap(({ fields }) => fields).find((field) => field.key === key)?.unit ?? "";

export const numberInput = (key: string, value: number | null): Input[] => formInput(key, value === null ? UNFILLED : `${exactText(value)} ${unitOf(key)}`.trim());
