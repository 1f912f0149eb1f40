import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { CHOICES, GROUPS, QUESTION_COUNT } from "./questionnaire";

const version = z.coerce.number().int().min(0);
const id = z.string().max(60);
const quota = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() || undefined : (value ?? undefined)), z.coerce.number({ error: "请填写整数。" }).int("请填写整数。").min(0, "不能为负数。").max(1_000_000, "数字过大。").optional());

export const surveyInput = z.object({
  id: z.preprocess((value) => (value === "" || value === undefined ? null : value), id.nullable()), version,
  year: z.coerce.number({ error: "请填写年度。" }).int().min(2015, "请填写 2015—2100 之间的年度。").max(2100, "请填写 2015—2100 之间的年度。"),
  title: z.string().trim().min(4, "请写明调查名称。").max(60, "最多 60 字。"), mode: z.enum(["open", "sample"], { error: "请选择调查方式。" }), opensOn: isoDay, closesOn: isoDay,
  quotas: z.partialRecord(z.enum(GROUPS), quota).default({}),
}).refine((survey) => survey.closesOn >= survey.opensOn, { path: ["closesOn"], message: "结束日期不能早于开始日期。" });
export type SurveyInput = z.infer<typeof surveyInput>;

export const surveyActInput = z.object({ id, version });
/** At most so many slips at once: a printed pack. */
export const DRAW_MOST = 2000;
export const drawInput = z.object({ id, version, group: z.enum(GROUPS, { error: "请选择对象。" }), count: z.coerce.number({ error: "请填写份数。" }).int("请填写整数。").min(1, "至少 1 份。").max(DRAW_MOST, `一次最多 ${DRAW_MOST} 份。`) });

/** What a respondent sends. */
export const answerInput = z.object({ group: z.enum(GROUPS), choices: z.array(z.number().int().min(0).max(CHOICES.length - 1)).length(QUESTION_COUNT), token: z.string().max(40).optional() });
export type AnswerInput = z.infer<typeof answerInput>;
export const storedQuotas = z.partialRecord(z.enum(GROUPS), z.number());
