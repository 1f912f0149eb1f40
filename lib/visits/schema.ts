import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { CHECK_KEYS, RESULTS, type CheckKey } from "./check-items";
import { VISIT_KINDS } from "./rules";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const [first = "self-check", ...others] = CHECK_KEYS;
const item = z.enum([first, ...others] satisfies [CheckKey, ...CheckKey[]]);

/** What is planned: approval and number are asked for every visit. seed: X15 */
const plan = {
  plannedOn: isoDay,
  kind: z.enum(VISIT_KINDS),
  organiser: line(60).default(""),
  items: z.array(item).min(1, "请至少选择一项查看内容。").max(CHECK_KEYS.length),
  basis: line(200).min(2, "请写明审批依据，如“县委教育工作领导小组批准的年度督导计划”。"),
  approvalNumber: line(60).min(1, "请填写批准文号或清单编号。"),
};
const organised = (input: { kind: string; organiser: string }) => input.kind !== "activity" || input.organiser.length >= 2;
const ORGANISER = { path: ["organiser"], message: "请写明组织活动的单位。" };
export const planInput = z.object({ schoolId: z.string().min(1, "请选择学校。").max(60), ...plan }).refine(organised, ORGANISER);
export type PlanInput = z.infer<typeof planInput>;

const key = { visitId: z.string().max(60), version: z.coerce.number().int().min(0) };
export const changeInput = z.object({ ...key, ...plan }).refine(organised, ORGANISER);
export type ChangeInput = z.infer<typeof changeInput>;
export const cancelInput = z.object({ ...key, reason: line(500).min(2, "请写明取消的原因。") });
export type CancelInput = z.infer<typeof cancelInput>;
export const acknowledgeInput = z.object({ ...key, reply: line(1000).default("") });
export type AcknowledgeInput = z.infer<typeof acknowledgeInput>;

const checked = z.object({ item, result: z.enum(RESULTS, { error: "请选择结果。" }), note: line(500).default("") });
export const storedResults = z.array(checked);
export type Checked = z.infer<typeof checked>;

const issue = z.object({ problem: line(300).min(4, "请写明问题，至少 4 个字。"), measure: line(300).default(""), dueOn: isoDay });
/** A raised issue and, once it is in the ledger, its entry there. */
export const storedIssues = z.array(issue.extend({ entryId: z.string().nullable().default(null) }));
export type RaisedIssue = z.infer<typeof storedIssues>[number];

export const recordInput = z.object({
  ...key, visitedOn: isoDay,
  results: storedResults.max(CHECK_KEYS.length).superRefine((rows, context) => {
    rows.forEach((row, at) => { if (row.result === "problem" && row.note.length < 2) context.addIssue({ code: "custom", path: [at, "note"], message: "发现问题的，请写明问题。" }); });
  }),
  findings: line(4000).min(2, "请写明督导情况。"),
  issues: z.array(issue).max(10, "一次最多提出 10 个问题。").default([]),
});
export type RecordInput = z.infer<typeof recordInput>;

export const limitInput = z.object({ divisionCode: z.string().max(6), year: z.coerce.number().int().min(2000).max(2100), version: z.coerce.number().int().min(0), perSchool: z.coerce.number({ error: "请填写 1—366 的整数。" }).int("请填写整数。").min(1, "至少 1 次。").max(366, "最多 366 次。") });
export type LimitInput = z.infer<typeof limitInput>;

export const INSPECTION_VERDICTS = ["on-course", "behind", "unmet"] as const;
export type InspectionVerdict = (typeof INSPECTION_VERDICTS)[number];
export const INSPECTION_NAME: Record<InspectionVerdict, string> = { "on-course": "按计划推进", behind: "进度滞后", unmet: "未落实" };
export const inspectInput = z.object({ divisionCode: z.string().max(6), year: z.coerce.number().int().min(2000).max(2100), taskId: z.string().max(80), verdict: z.enum(INSPECTION_VERDICTS, { error: "请选择督查结论。" }), finding: line(1000).min(4, "请写明督查发现，至少 4 个字。") });
export type InspectInput = z.infer<typeof inspectInput>;
