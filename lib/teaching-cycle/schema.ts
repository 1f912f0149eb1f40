import { z } from "zod";
import { RATINGS } from "./rules";

/** A count as people type it: full-width digits and separators are read, a blank is a blank and not a zero. */
export const count = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() || null : (value ?? null)), z.union([z.null(), z.coerce.number({ error: "请填写整数。" }).int("请填写整数。").min(0, "不能为负数。").max(999_999, "数字过大。")]));
const rating = z.preprocess((value) => (value === "" || value === undefined ? null : value), z.enum(RATINGS, { error: "请选择结果。" }).nullable());
const note = z.string().trim().max(500, "最多 500 字。").default("");

const key = { schoolId: z.string().min(1).max(60), year: z.coerce.number().int().min(2000).max(2100), version: z.coerce.number().int().min(0) };
export const entryInput = z.object({ ...key, teachers: count, coveredYear: count, coveredCycle: count, experimentsRequired: count, experimentsDone: count, selfRating: rating, selfNote: note, submit: z.coerce.boolean().default(false) });
export type EntryInput = z.infer<typeof entryInput>;
export const reviewInput = z.object({ ...key, act: z.enum(["confirm", "return", "reopen"]), countyRating: rating.default(null), countyNote: note, reason: note });
export type ReviewInput = z.infer<typeof reviewInput>;
export const cycleInput = z.object({ divisionCode: z.string().max(6), startYear: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015 年以后的年份。").max(2100, "年份过大。") });
