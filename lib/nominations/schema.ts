import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { documentNumber } from "@/lib/certification/schema";
import { SINGLE_ACTS } from "./rules";
import { answersShape, templateField } from "./template";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const version = z.coerce.number().int().min(0).max(1_000_000);
const id = z.string().max(80);
const batchId = z.string().max(40);
const empty = (value: unknown) => (value === "" || value === undefined ? null : value);
const quota = z.coerce.number({ error: "请填写名额。" }).int("请填写整数。").min(1, "至少 1 个。").max(50, "最多 50 个。");

export const nominationBatchInput = z.object({
  id: z.preprocess(empty, batchId.nullable()), version, year: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2021, "先行创建自 2021 年开始。").max(2100, "请填写年份。"), name: line(40).min(2, "请填写名称。"),
  quotaMin: quota, quotaMax: quota, dueOn: isoDay, documentNumber: z.preprocess(empty, documentNumber.nullable()), fields: z.array(templateField).min(1, "至少一个栏目。").max(30, "最多 30 个栏目。"),
}).superRefine((batch, context) => {
  if (batch.quotaMax < batch.quotaMin) context.addIssue({ code: "custom", path: ["quotaMax"], message: "上限不能小于下限。" });
  if (new Set(batch.fields.map(({ label }) => label)).size !== batch.fields.length) context.addIssue({ code: "custom", path: ["fields"], message: "栏目名称不能重复。" });
});
export type NominationBatchInput = z.infer<typeof nominationBatchInput>;
export const beginInput = z.object({ batchId });
export const nominationInput = z.object({
  id, version, answers: answersShape.transform((answers) => Object.fromEntries(Object.entries(answers).map(([key, text]) => [key, text.trim()]))),
  basicBalanceYear: z.preprocess(empty, z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2013, "国家认定基本均衡始于 2013 年。").max(2100, "请填写年份。").nullable()),
  leadership: line(2000), ecology: line(2000),
});
export const moveInput = z.object({ id, version, act: z.enum(SINGLE_ACTS), reason: line(1000).default("") });
export const rankInput = z.object({ batchId, ranks: z.array(z.object({ id, version, rank: z.preprocess(empty, z.coerce.number({ error: "请填写顺序。" }).int("请填写整数。").min(1, "顺序从 1 开始。").max(50, "顺序过大。").nullable()) })).max(200) });
export const reportInput = z.object({ batchId, documentNumber, reason: line(1000).default("") });
export const reviewInput = z.object({ id, version, decision: z.enum(["admit", "decline"], { error: "请选择意见。" }), reason: line(1000).min(2, "请写明审核的理由。") });
export const publishInput = z.object({ batchId, title: line(60).min(4, "请填写名单标题。"), documentNumber, publishedOn: isoDay });
