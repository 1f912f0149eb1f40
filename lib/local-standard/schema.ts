import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { READING_KEYS, readingLabel } from "@/lib/standard/readings";

const MAX_VALUE = 1_000_000;
const code = z.string().regex(/^(\d{2}|\d{4})$/, "只有省级、市级可以办理。");
const basis = z.string().trim().min(4, "请写明依据的文件名称和文号。").max(300, "最多 300 字。");
const lastDay = z.preprocess((text) => (text === "" || text === undefined ? null : text), isoDay.nullable());

/** “４.８”, “2,200”: as people type numbers; four decimals, as the column keeps. */
const value = z.string().transform((text) => text.normalize("NFKC").replaceAll(",", "").trim())
  .pipe(z.string().min(1, "请填写数值。").regex(/^\d+(\.\d+)?$/, "请填写数字。").regex(/^\d+(\.\d{1,4})?$/, "最多四位小数。").transform(Number)
    .refine((number) => number > 0 && number < MAX_VALUE, "请填写大于 0、小于 100 万的数值。"));

const held = { code, basis, validFrom: isoDay, validTo: lastDay };
const inOrder = (input: { validFrom: string; validTo: string | null }) => input.validTo === null || input.validTo >= input.validFrom;
const ORDER = { path: ["validTo"], message: "终止日期不能早于起始日期。" };

/** A threshold raised by a province or city. */
export const raiseInput = z.object({ ...held, indicator: z.enum(INDICATOR_KEYS, "请选择指标。"), stage: z.enum(STAGES, "请选择学段。"), value }).refine(inOrder, ORDER);
export type RaiseInput = z.infer<typeof raiseInput>;

/** A reading chosen by a province or city. */
export const chooseInput = z.object({ ...held, reading: z.enum(READING_KEYS, "请选择口径。"), value: z.string() }).refine(inOrder, ORDER)
  .refine((input) => readingLabel(input.reading, input.value) !== "", { path: ["value"], message: "请选择一种口径。" });
export type ChooseInput = z.infer<typeof chooseInput>;

/** Ends one's own raised threshold or chosen reading, over the version that was read. */
export const retireInput = z.object({ code, id: z.string().min(1).max(60), version: z.coerce.number().int().min(1), reason: z.string().trim().min(2, "请写明停用的原因。").max(300, "最多 300 字。") });
export type RetireInput = z.infer<typeof retireInput>;
