import { z } from "zod";
import type { FieldSpec, FieldValue, SectionData } from "@/lib/forms/field";
import { sectionsFor } from "./form";
import type { SchoolKind } from "@/lib/standard/school-kinds";

/** Full-width digits and thousands separators are what people paste; they are read as the numbers they are. */
const normalise = (text: string) => text.normalize("NFKC").replaceAll(",", "").trim();

const numeric = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  const text = normalise(value);
  if (text === "") return null;
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
};

const count = (max: number) =>
  z.preprocess(numeric, z.number({ error: "请填写数字。" }).int("请填写整数。").min(0, "不能为负数。").max(max, `不能大于 ${max}。`).nullable());
const amount = (max: number) =>
  z.preprocess(numeric, z.number({ error: "请填写数字。" }).min(0, "不能为负数。").max(max, `不能大于 ${max}。`).nullable());

const classRows = z.array(z.object({ grade: z.string().max(20), name: z.string().trim().max(20), pupils: count(200) })).max(100, "最多 100 个班。");
const roomRows = z.array(z.object({ name: z.string().trim().max(40), area: amount(10_000), builtYear: count(2100) })).max(100, "最多 100 间。");
const statement = z.object({ conclusion: z.enum(["met", "unmet"]).nullable(), text: z.string().max(2000, "最多 2000 字。") });

/** The zod schema of one field; null always passes, since a draft may be unfinished. */
function fieldSchema(field: FieldSpec): z.ZodType<FieldValue> {
  switch (field.type) {
    case "int":
      return count(field.max ?? 999_999);
    case "decimal":
    case "percent":
      return amount(field.max ?? 9_999_999);
    case "year":
      return z.preprocess(numeric, z.number({ error: "请填写四位年份。" }).int("请填写四位年份。").min(1850, "请填写四位年份。").max(2100, "请填写四位年份。").nullable());
    case "bool":
      return z.boolean({ error: "请选择。" }).nullable();
    case "choice":
      return z.string().refine((value) => field.options?.some((option) => option.value === value), "请选择。").nullable();
    case "text":
      return z.string().max(2000, "最多 2000 字。").nullable();
    case "classes":
      return classRows.nullable();
    case "rooms":
      return roomRows.nullable();
    case "statement":
      return statement.nullable();
  }
}

export type Parsed = { values: SectionData; errors: Record<string, string> };

/** Parses the changed fields of a section one by one: a wrong value gives its sentence, the others are kept. Unknown keys are dropped. */
export function parseFields(fields: readonly FieldSpec[], raw: Record<string, unknown>): Parsed {
  const values: SectionData = {};
  const errors: Record<string, string> = {};
  for (const field of fields) {
    if (!(field.key in raw)) continue;
    const result = fieldSchema(field).safeParse(raw[field.key]);
    if (result.success) values[field.key] = result.data;
    else errors[field.key] = result.error.issues[0]?.message ?? "填写有误。";
  }
  return { values, errors };
}

/** The fields of a section for a school of this kind; undefined when there is no such section. */
export const fieldsOfSection = (kind: SchoolKind, section: string): FieldSpec[] | undefined => sectionsFor(kind).find((spec) => spec.key === section)?.fields;
