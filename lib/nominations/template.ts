import { z } from "zod";

/**
 * The 推荐表 as data of a batch. What the official form asks was not found (STANDARD C.1), so it is a template that the ministry edits;
 * this one starts it. No persons: 岗位 and the office's own telephone.
 */
export const templateField = z.object({
  key: z.string().trim().max(40), label: z.string().trim().min(2, "请填写栏目名称。").max(40, "最多 40 字。"), hint: z.string().trim().max(200, "最多 200 字。").default(""),
  max: z.coerce.number({ error: "请填写字数。" }).int("请填写整数。").min(20, "至少 20 字。").max(4000, "最多 4000 字。"), required: z.coerce.boolean(),
});
export type TemplateField = z.infer<typeof templateField>;
export const templateFields = z.array(templateField);
export const answersShape = z.record(z.string().max(40), z.string());

export const DEFAULT_TEMPLATE: readonly TemplateField[] = [
  { key: "overview", label: "基本情况", hint: "人口、学校、学生、教师和布局", max: 1500, required: true },
  { key: "foundation", label: "工作基础", hint: "基本均衡认定以来的主要工作和成效", max: 2000, required: true },
  { key: "gaps", label: "差距和短板", hint: "对照优质均衡标准", max: 1500, required: true },
  { key: "breakthrough", label: "拟攻坚任务", hint: "对照攻坚清单，写明任务和完成时间", max: 2000, required: true },
  { key: "safeguards", label: "保障措施", hint: "组织领导、经费、督导", max: 1500, required: true },
  { key: "contact", label: "联系部门和办公电话", hint: "只写部门、岗位和办公电话，不写个人姓名和手机号", max: 100, required: true },
];

/** Fields as a person wrote them, each with a key of its own; one that was there keeps its. */
export function withFieldKeys(fields: readonly TemplateField[]): TemplateField[] {
  const taken = new Set(fields.map(({ key }) => key));
  let next = 1;
  const fresh = (): string => { const key = `field-${next++}`; return taken.has(key) ? fresh() : key; };
  return fields.map((field) => (field.key === "" ? { ...field, key: fresh() } : field));
}

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const IDENTITY = /(?<!\d)\d{17}[\dXx](?!\d)/;

/** What is wrong with the answers while they are written (`whole` false) or when they are handed in, by `answers.key`. */
export function faultsOfAnswers(fields: readonly TemplateField[], answers: Readonly<Record<string, string>>, whole: boolean): Record<string, string> {
  const faults = fields.flatMap(({ key, label, max, required }): [string, string][] => {
    const text = answers[key] ?? "";
    if (text.length > max) return [[`answers.${key}`, `“${label}”最多 ${max} 字，现有 ${text.length} 字。`]];
    if (MOBILE.test(text) || IDENTITY.test(text)) return [[`answers.${key}`, `“${label}”中有手机号或身份证号，请删去，只写部门和办公电话。`]];
    return whole && required && text === "" ? [[`answers.${key}`, `请填写“${label}”。`]] : [];
  });
  return Object.fromEntries(faults);
}
