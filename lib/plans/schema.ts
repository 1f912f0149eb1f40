import { z } from "zod";
import { FIRST_PLAN_YEAR, LAST_PLAN_YEAR } from "./rules";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const year = z.coerce.number({ error: "请选择申报年。" }).int("请选择申报年。").min(FIRST_PLAN_YEAR, `申报年应在 ${FIRST_PLAN_YEAR}—${LAST_PLAN_YEAR} 年之间。`).max(LAST_PLAN_YEAR, `申报年应在 ${FIRST_PLAN_YEAR}—${LAST_PLAN_YEAR} 年之间。`);
const version = z.coerce.number().int().min(0);
const reason = z.string().trim().min(2, "请写明原因。").max(500, "最多 500 字。");

/** A county moves from the year that the person sees it in (null: 未列入) to another, or out. */
export const placeInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/, "请从列表中选择县（市、区）。"),
  from: z.preprocess(blank, z.coerce.number().int().nullable()),
  to: z.preprocess(blank, year.nullable()),
  version,
});
export type PlaceInput = z.infer<typeof placeInput>;

export const rowInput = z.object({ divisionCode: z.string().regex(/^\d{4}$/), version });
export const noteInput = rowInput.extend({ note: z.string().trim().max(300, "备注最多 300 字。") });
export const returnInput = rowInput.extend({ reason });

export const planKey = z.object({ divisionCode: z.string().regex(/^\d{2}$/), version });
export const unlockInput = planKey.extend({ reason });
export const planNoteInput = planKey.extend({
  note: z.string().trim().max(500, "最多 500 字。"),
  superviseFrom: z.preprocess(blank, z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015—2035 之间的年份。").max(2035, "请填写 2015—2035 之间的年份。").nullable()),
});

const percent = z.coerce.number({ error: "请填写 1—100 的整数。" }).int("请填写 1—100 的整数。").min(1, "请填写 1—100 的整数。").max(100, "请填写 1—100 的整数。");
/** A provincial share by a year; 力争 left blank is the same figure. */
export const shareInput = z.object({
  divisionCode: z.string().regex(/^\d{2}$/),
  year: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015—2035 之间的年份。").max(2035, "请填写 2015—2035 之间的年份。"),
  shareMin: z.preprocess(blank, percent),
  shareAim: z.preprocess(blank, percent.nullable()),
  note: z.string().trim().max(200, "最多 200 字。").default(""),
  version,
}).refine((input) => input.shareAim === null || input.shareAim >= input.shareMin, { path: ["shareAim"], message: "力争的比例不能低于确保的比例。" });
export const shareKey = z.object({ divisionCode: z.string().regex(/^\d{2}$/), year: z.coerce.number().int(), version });
