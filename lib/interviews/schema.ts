import { z } from "zod";
import { isoDay, startOfToday, toDate } from "@/lib/calendar/schema";
import { OWNERS } from "@/lib/ledger/rules";
import { INTERVIEW_GROUPS, INTERVIEW_KINDS } from "./rules";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const blank = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === "" || value === undefined ? null : value), inner.nullable());
const count = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").trim() || "0" : value), z.coerce.number({ error: "请填写人数。" }).int("请填写整数。").min(0, "请填写不小于 0 的整数。").max(100_000, "人数过大，请核对。"));

/** Groups as they are stored. */
export const storedGroups = z.array(z.object({ group: z.enum(INTERVIEW_GROUPS), met: z.number(), satisfied: z.number() }));

const record = z.object({
  heldOn: isoDay.refine((day) => toDate(day) <= startOfToday(), "日期不能晚于今天。"), kind: z.enum(INTERVIEW_KINDS, { error: "请选择形式。" }), topic: line(100).min(2, "请写明主题。"), place: line(100).default(""), summary: line(2000).default(""),
  groups: z.array(z.object({ group: z.enum(INTERVIEW_GROUPS), met: count, satisfied: count })).max(INTERVIEW_GROUPS.length),
}).superRefine(({ groups }, context) => {
  groups.forEach((one, at) => { if (one.satisfied > one.met) context.addIssue({ code: "custom", path: ["groups", at, "satisfied"], message: "满意人数不能多于人数。" }); });
  if (new Set(groups.map((one) => one.group)).size !== groups.length) context.addIssue({ code: "custom", path: ["groups"], message: "同一类人员只填一次。" });
  if (groups.every((one) => one.met === 0)) context.addIssue({ code: "custom", path: ["groups"], message: "请至少填写一类人员的人数。" });
});
export type InterviewInput = z.infer<typeof record>;
export const addInterviewInput = z.object({ divisionCode: z.string().max(6) }).and(record);
export const changeInterviewInput = z.object({ interviewId: z.string().max(80), version: z.coerce.number().int().min(0) }).and(record);
export const retireInterviewInput = z.object({ interviewId: z.string().max(80), version: z.coerce.number().int().min(0), reason: line(500).min(2, "请写明原因。") });

/** A problem that people raised, into the ledger. */
export const problemInput = z.object({
  interviewId: z.string().max(80), schoolId: blank(z.string().max(60)).default(null), problem: line(1000).min(4, "请写明问题。"), owner: z.enum(OWNERS, { error: "请选择责任单位。" }), unitId: blank(z.string().max(60)).default(null), dueOn: isoDay,
});
export type ProblemInput = z.infer<typeof problemInput>;
