import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { MEASURES, MEASURE_KEYS } from "./measures";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const county = z.string().regex(/^\d{6}$/);
const version = z.coerce.number().int().min(0);
const year = z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015—2035 之间的年份。").max(2035, "请填写 2015—2035 之间的年份。");
const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const flag = z.preprocess((value) => value === true || value === "on" || value === "true", z.boolean());

export const goalInput = z.object({ divisionCode: county, targetYear: year, source: line(200).min(2, "请写明目标年的依据。"), draft: flag, note: line(500).default(""), version });

export const stageInput = z.object({ divisionCode: county, id: z.preprocess(blank, z.string().max(40).nullable()), name: line(60).min(2, "请填写阶段名称。"), startsOn: isoDay, endsOn: isoDay, note: line(500).default(""), version })
  .refine((stage) => stage.endsOn >= stage.startsOn, { path: ["endsOn"], message: "结束日期不能早于开始日期。" });

export const milestoneInput = z.object({
  divisionCode: county, id: z.preprocess(blank, z.string().max(40).nullable()), stageId: z.string().max(40), title: line(200).min(2, "请填写节点名称。"), dueOn: isoDay, doneOn: z.preprocess(blank, isoDay.nullable()), note: line(500).default(""), version,
});
export const retireInput = z.object({ divisionCode: county, id: z.string().max(40), version });

const amount = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").replace(/%$/, "").trim() : value), z.string().regex(/^\d{1,6}(\.\d{1,4})?$/, "请填写数字。"));
export const targetInput = z.object({ divisionCode: county, year: year, measure: z.enum(MEASURE_KEYS, { error: "请选择指标。" }), target: amount, note: line(200).default(""), version })
  .superRefine(({ measure: key, target }, context) => {
    const measure = MEASURES.find((one) => one.key === key);
    if (!measure) return;
    if (Number(target) > measure.max) context.addIssue({ code: "custom", path: ["target"], message: `不能超过 ${measure.max}${measure.unit}。` });
    if (measure.decimals === 0 && target.includes(".")) context.addIssue({ code: "custom", path: ["target"], message: "请填写整数。" });
  });
export const targetKey = z.object({ divisionCode: county, year: z.coerce.number().int(), measure: z.string().max(60), version, reason: line(200).min(2, "请写明撤下的原因。") });
