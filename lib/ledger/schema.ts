import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { LEDGER_ACT_KEYS, MANUAL_SOURCES, OWNERS } from "./rules";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const optional = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === "" || value === undefined ? null : value), inner.nullable());
const amount = (places: number) => z.preprocess(
  (value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() || null : value ?? null),
  z.string().regex(new RegExp(`^\\d{1,12}(\\.\\d{1,${places}})?$`), `请填写不小于 0 的数字，最多 ${places} 位小数。`).nullable(),
);
const plannedYear = optional(z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2000, "请填写 2000—2100 之间的年份。").max(2100, "请填写 2000—2100 之间的年份。"));

export const entryKey = { entryId: z.string().max(80), version: z.coerce.number().int().min(0) };
export const GAP_UNITS = ["人", "间", "㎡", "元"] as const;

export const ledgerActInput = z.object({ ...entryKey, act: z.enum(LEDGER_ACT_KEYS), text: line(1000).default("") });
export type LedgerActInput = z.infer<typeof ledgerActInput>;

/** How an entry is to be mended: by whoever has to. */
export const planInput = z.object({ ...entryKey, measure: line(1000).default(""), costYuan: amount(2).default(null), post: line(60).default(""), plannedYear: plannedYear.default(null) });
export type PlanInput = z.infer<typeof planInput>;

const ids = z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.string().max(80)).max(500));
/** Who mends and by when: by the bureau, for one entry or many. `owner` empty: as it is. */
export const assignInput = z.object({
  divisionCode: z.string().max(6), entryIds: ids.refine((list) => list.length > 0, "请先选择问题。"),
  owner: optional(z.enum(OWNERS)).default(null), unitId: optional(z.string().max(60)).default(null), dueOn: optional(isoDay).default(null), plannedYear: plannedYear.default(null),
});
export type AssignInput = z.infer<typeof assignInput>;

/** A problem that the bureau enters by hand. */
export const manualInput = z.object({
  divisionCode: z.string().max(6), source: z.enum(MANUAL_SOURCES, { error: "请选择问题来源。" }), schoolId: optional(z.string().max(60)).default(null), item: line(40).default(""),
  problem: line(1000).min(4, "请写明问题。"), gap: amount(2).default(null), gapUnit: optional(z.enum(GAP_UNITS)).default(null), measure: line(1000).default(""),
  owner: z.enum(OWNERS, { error: "请选择责任单位。" }), unitId: optional(z.string().max(60)).default(null), post: line(60).default(""), dueOn: isoDay,
})
  .refine((entry) => entry.owner !== "school" || entry.schoolId !== null, { path: ["owner"], message: "由学校整改的问题要先选择学校。" })
  .refine((entry) => (entry.owner === "unit") === (entry.unitId !== null), { path: ["unitId"], message: "由单位整改的问题要选择单位。" })
  .refine((entry) => entry.gap === null || entry.gapUnit !== null, { path: ["gapUnit"], message: "请选择缺口的单位。" });
export type ManualInput = z.infer<typeof manualInput>;

export const cancelInput = z.object({ ...entryKey, reason: line(500).min(2, "请写明原因。") });
export const checkInput = z.object({ divisionCode: z.string().max(6), year: z.coerce.number().int().min(2000).max(2100), dueOn: isoDay });
export type CheckInput = z.infer<typeof checkInput>;
