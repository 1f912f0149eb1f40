import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { MEASURE_KEYS, RECURRENCES } from "@/lib/standard/tasks";
import { TASK_ACT_KEYS } from "./rules";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const ids = z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().max(60)).max(200));
const optional = (inner: z.ZodType<string>) => z.preprocess((value) => (value === "" || value === undefined ? null : value), inner.nullable());
const amount = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() || null : value), z.string().regex(/^\d{1,10}(\.\d{1,2})?$/, "请填写数字，最多两位小数。").nullable());

export const taskKey = { taskId: z.string().max(80), version: z.coerce.number().int().min(0) };

/** What defines a task; frozen while the yearly list is filed. */
export const definitionInput = z.object({
  title: line(200).min(2, "请填写任务名称。"),
  group: line(60).min(2, "请填写分组。"),
  requirement: line(2000).default(""),
  parentId: optional(z.string().max(80)),
  leadPost: line(60).default(""),
  leadHolder: line(30).default(""),
  leadUnitId: optional(z.string().max(60)),
  jointUnitIds: ids,
  allSchools: z.coerce.boolean().default(false),
  startsOn: isoDay,
  dueOn: isoDay,
  recurrence: z.enum(RECURRENCES).default("once"),
  weight: z.coerce.number({ error: "请填写 1—10 的整数。" }).int("请填写 1—10 的整数。").min(1, "请填写 1—10 的整数。").max(10, "请填写 1—10 的整数。").default(1),
  quantityTarget: amount.default(null),
  quantityUnit: optional(line(10)),
  outputs: line(500).default(""),
}).refine((task) => task.dueOn >= task.startsOn, { path: ["dueOn"], message: "完成时限不能早于开始日期。" });
export type Definition = z.infer<typeof definitionInput>;

export const createInput = z.object({ divisionCode: z.string().max(6), year: z.coerce.number().int().min(2000).max(2100) }).and(definitionInput);
export const changeInput = z.object(taskKey).and(definitionInput);
export const retireInput = z.object({ ...taskKey, reason: line(500).min(2, "请写明原因。") });

/** An act on a task, with what is to be logged. */
export const actInput = z.object({
  ...taskKey,
  act: z.enum(TASK_ACT_KEYS),
  text: line(1000).default(""),
  progress: z.preprocess((value) => (value === "" || value === undefined ? null : value), z.coerce.number({ error: "请填写 0—100。" }).int("请填写整数。").min(0, "请填写 0—100。").max(100, "请填写 0—100。").nullable()),
  quantityActual: amount.default(null),
  round: z.coerce.boolean().default(false),
});
export type ActInput = z.infer<typeof actInput>;

export const assignInput = z.object({
  divisionCode: z.string().max(6), taskIds: ids.refine((list) => list.length > 0, "请先选择任务。"), leadUnitId: optional(z.string().max(60)),
  dueOn: optional(isoDay),
});
export const listInput = z.object({ divisionCode: z.string().max(6), year: z.coerce.number().int().min(2000).max(2100) });
export const changeListInput = listInput.extend({ reason: line(500).min(2, "请写明变更的原因。") });

export const templateInput = z.object({
  title: line(200).min(2, "请填写任务名称。"), group: line(60).min(2, "请填写分组。"), requirement: line(2000).default(""),
  quantityTarget: amount.default(null), quantityUnit: optional(line(10)), dueMonth: z.coerce.number().int().min(1).max(12).default(12),
  firstYear: z.coerce.number().int().min(2000).max(2100), measures: z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(MEASURE_KEYS))),
  supersedes: optional(z.string().max(80)),
});
