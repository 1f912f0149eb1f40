import type { FieldSpec, SectionData } from "@/lib/forms/field";
import { SUBJECT_NAMES } from "./form";

/** Parts that together may not exceed the whole. FIELDS 6. */
const LIMITS: Record<string, { parts: string[]; whole: string; message: string }[]> = {
  "gov-11": [
    { parts: ["exchanged"], whole: "eligible", message: "实际交流教师数不能多于符合交流条件的教师数。" },
    { parts: ["backbone"], whole: "exchanged", message: "骨干教师数不能多于实际交流教师数。" },
  ],
  "gov-14": [
    { parts: ["allocated"], whole: "plan", message: "分配到初中的名额数不能多于名额总数。" },
    { parts: ["rural"], whole: "allocated", message: "分配到农村初中的名额数不能多于分配到初中的名额数。" },
  ],
  "gov-15": [{ parts: ["purchased", "public"], whole: "eligible", message: "两类学校就读人数之和不能多于符合条件的随迁子女数。" }],
  "qual-2": [{ parts: ["enrolled"], whole: "children", message: "已入学人数不能多于适龄残疾儿童少年数。" }],
  recognition: [
    { parts: ["satisfied"], whole: "valid", message: "满意问卷数不能多于有效问卷数。" },
    { parts: ["interviewedSatisfied"], whole: "interviewed", message: "满意人数不能多于实地走访人数。" },
  ],
};

const amount = (data: SectionData, key: string): number | null => {
  const value = data[key];
  return typeof value === "number" ? value : null;
};

/** Contradictions between the values of one item, by the field where the sentence stands. Shown while typing; they block submission. */
export function contradictions(item: string, data: SectionData): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { parts, whole, message } of LIMITS[item] ?? []) {
    const limit = amount(data, whole);
    const known = parts.map((part) => amount(data, part)).filter((value) => value !== null);
    const first = parts[0];
    if (first !== undefined && limit !== null && known.length > 0 && known.reduce((sum, value) => sum + value, 0) > limit) found[first] = message;
  }
  return found;
}

/** Pairs and lists that a required flag cannot express: the monitoring subjects, the visits. 教督〔2017〕6号 教育质量 9, 社会认可度. */
function halves(item: string, data: SectionData): Record<string, string> {
  const found: Record<string, string> = {};
  const pair = (a: string, b: string, message: string) => {
    if ((amount(data, a) === null) !== (amount(data, b) === null)) found[amount(data, a) === null ? a : b] = message;
  };
  if (item === "recognition") pair("interviewed", "interviewedSatisfied", "走访人数和满意人数须同时填写。");
  if (item === "qual-9") {
    const subjects = Object.entries(SUBJECT_NAMES);
    for (const [key, name] of subjects) pair(`${key}Level`, `${key}Spread`, `${name}的学业水平和校际差异率须同时填写。`);
    if (subjects.every(([key]) => amount(data, `${key}Level`) === null && amount(data, `${key}Spread`) === null)) found.chineseLevel = "请至少填写一个学科的监测结果；结果未反馈的，先保存草稿。";
  }
  return found;
}

const isMissing = (data: SectionData, key: string) => data[key] === undefined || data[key] === null || data[key] === "";

/** The key under which the explanation's sentence comes back. */
export const STATEMENT_KEY = "statement";

/** A bare conclusion proves nothing: it is explained. */
export const needsStatement = (fields: readonly FieldSpec[]): boolean => fields.some((field) => field.type === "choice");

/** Everything that keeps an item from being submitted, by field. */
export function faultsOf(form: { item: string; fields: readonly FieldSpec[] }, data: SectionData, statement: string): Record<string, string> {
  const missing = form.fields.filter((field) => field.required && isMissing(data, field.key)).map((field) => [field.key, field.type === "bool" || field.type === "choice" ? "请选择。" : "请填写。"]);
  const words = needsStatement(form.fields) && statement.trim() === "" ? { [STATEMENT_KEY]: "请写明结论的依据。" } : {};
  return { ...halves(form.item, data), ...contradictions(form.item, data), ...Object.fromEntries(missing), ...words };
}
