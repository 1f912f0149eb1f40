import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { STEP_KINDS, STEP_RESULTS } from "./batch-steps";
import { HAND_ACTS } from "./machine";
import { OUTCOMES } from "./outcomes";
import { MONITOR_CONCLUSIONS } from "./monitor-names";
import { RELAXED_CHOICES } from "./relaxed-choices";
import { OPINIONS, REVIEW_ITEMS } from "./review-items";
import { DATED_STAGES, STAGES } from "./stages";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const optionalDay = z.preprocess((value) => (value === "" || value === undefined ? null : value), isoDay.nullable());
const version = z.coerce.number().int().min(0).max(1_000_000);
const caseKey = { caseId: z.string().max(80) };

/** “教督函〔2026〕3 号”; brackets of other keyboards are taken as meant (GB/T 9704—2012). */
export const documentNumber = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").trim().replace(/[[【(]/, "〔").replace(/[\]】)]/, "〕").replace(/\s+/g, "") : value),
  z.string().regex(/^[^〔〕]{1,20}〔\d{4}〕\d{1,5}号$/, "文号写作“机关代字〔2026〕1号”。"));

export const openInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/), batchId: z.string().max(40),
  basicBalanceYear: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2013, "国家认定基本均衡始于 2013 年。").max(2100, "请填写年份。"),
  statement: line(2000).min(10, "请写明自荐的基础和理由，至少 10 字。"),
});
export const draftInput = z.object({ ...caseKey, version, outcome: z.enum(OUTCOMES), opinion: line(4000).min(2, "请写明意见。"), mendBy: optionalDay });
export const handInput = z.object({
  decisionId: z.string().max(80), version, act: z.enum(HAND_ACTS), reason: line(1000).default(""),
  documentNumber: z.preprocess((value) => (value === "" || value === undefined ? null : value), documentNumber.nullable()), publishedOn: optionalDay,
});
export const acceptInput = z.object({ ...caseKey, note: line(1000).default("") });
const opinion = z.object({ item: z.string().refine((key) => REVIEW_ITEMS.some((item) => item.key === key)), opinion: z.enum(OPINIONS), note: line(1000).default(""), version });
export const opinionsInput = z.object({ ...caseKey, opinions: z.array(opinion).min(1, "没有要保存的意见。").max(REVIEW_ITEMS.length) });
export const stepInput = z.object({ ...caseKey, step: z.string().max(40), result: z.enum(STEP_RESULTS, { error: "请选择结果。" }), note: line(1000).default(""), version });
export const visitInput = z.object({ ...caseKey, plannedOn: isoDay, team: line(500).min(2, "请填写专家组的组成（岗位、单位，不写姓名）。"), count: z.coerce.number({ error: "请填写学校数。" }).int("请填写整数。").min(1, "至少抽取 1 所。").max(60, "最多抽取 60 所。") });
const finding = z.object({ schoolCode: line(10).default(""), problem: line(500).min(2, "请写明问题。"), dueOn: isoDay });
export const finishInput = z.object({ visitId: z.string().max(80), version, doneOn: isoDay, findings: line(4000).min(2, "请写明核查情况。"), issues: z.array(finding).max(40).default([]) });
export const siteValueInput = z.object({ visitId: z.string().max(80), schoolCode: z.string().max(10), field: z.string().max(40), found: z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() : value), z.string().max(20)), note: line(500).default(""), version });
export const extendInput = z.object({ ...caseKey, version, dueOn: isoDay, reason: line(1000).min(2, "请写明延期的原因。") });
export const monitorInput = z.object({ ...caseKey, year: z.coerce.number().int().min(2000).max(2100), conclusion: z.enum(MONITOR_CONCLUSIONS, { error: "请选择结论。" }), note: line(2000).min(2, "请写明监测情况。"), version });

export const followInput = z.object({ id: z.string().max(80), version, act: z.enum(["plan", "confirm"]), text: line(1000).min(2, "请填写。") });
export const addRelaxationInput = z.object({ ...caseKey, schoolCode: z.string().min(1, "请从列表中选择学校。").max(10), item: z.string().refine((item) => RELAXED_CHOICES.some((one) => one.item === item), "请选择项目。"), text: line(1000).min(2, "请写明放宽的条件和认定时的情况。") });

const dayOrNone = z.preprocess((value) => (value === "" || value === null ? undefined : value), isoDay.optional());
export const batchInput = z.object({
  year: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2017, "请填写年份。").max(2100, "请填写年份。"),
  figuresYear: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2000, "请填写年份。").max(2100, "请填写年份。"),
  name: line(40).min(2, "请填写名称。"),
  steps: z.array(z.object({ key: line(40), name: line(30).min(2, "请填写步骤名称。"), kind: z.enum(STEP_KINDS) })).min(1, "至少一步。").max(12, "最多 12 步。"),
  deadlines: z.object(Object.fromEntries(DATED_STAGES.map((stage) => [stage, dayOrNone]))).default({}),
  documentNumber: z.preprocess((value) => (value === "" || value === undefined ? null : value), documentNumber.nullable()), issuedOn: optionalDay, version,
}).superRefine((batch, context) => {
  if (batch.figuresYear > batch.year) context.addIssue({ code: "custom", path: ["figuresYear"], message: "数据年份不能晚于评估年度。" });
  const given = DATED_STAGES.flatMap((stage) => { const day = batch.deadlines[stage]; return day === undefined ? [] : [{ stage, day }]; });
  for (const [at, { stage, day }] of given.entries()) if (at > 0 && day < (given[at - 1]?.day ?? "")) context.addIssue({ code: "custom", path: ["deadlines", stage], message: "不能早于上一环节的期限。" });
  if (new Set(batch.steps.map(({ name }) => name)).size !== batch.steps.length) context.addIssue({ code: "custom", path: ["steps"], message: "步骤名称不能重复。" });
});
export type BatchInput = z.infer<typeof batchInput>;

export const batchSteps = z.array(z.object({ key: z.string(), name: z.string(), kind: z.enum(STEP_KINDS) }));
export const batchDeadlines = z.partialRecord(z.enum(STAGES), isoDay);
export const conditionsShape = z.array(z.object({ key: z.string(), label: z.string(), met: z.boolean(), text: z.string() }));
export type DraftInput = z.infer<typeof draftInput>;
export type HandInput = z.infer<typeof handInput>;
export type OpinionsInput = z.infer<typeof opinionsInput>;
export type FinishInput = z.infer<typeof finishInput>;
