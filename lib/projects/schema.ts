import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const county = z.string().regex(/^\d{6}$/);
const version = z.coerce.number().int().min(0);
const count = z.coerce.number({ error: "请填写 0 或正整数。" }).int("请填写整数。").min(0, "不能小于 0。").max(999_999, "数字过大，请核对。");
const amount = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() || "0" : value), z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, "请填写数字，最多两位小数。"));

export const projectInput = z.object({
  divisionCode: county, id: z.preprocess(blank, z.string().max(40).nullable()), name: z.string().trim().min(2, "请填写项目名称。").max(120, "最多 120 字。"),
  kind: z.enum(["new", "extension", "rooms", "equipment"], { error: "请选择项目类型。" }), stage: z.enum(STAGES, { error: "请选择学段。" }), state: z.enum(["planned", "approved", "building", "delivered", "paused"], { error: "请选择进展。" }),
  places: count, area: amount, investmentWan: amount, deliveryOn: isoDay, schoolId: z.preprocess(blank, z.string().max(40).nullable()), indicator: z.preprocess(blank, z.enum(INDICATOR_KEYS).nullable()),
  note: z.string().trim().max(500, "最多 500 字。").default(""), version,
});
export const projectKey = z.object({ divisionCode: county, id: z.string().max(40), version });

export const seatInput = z.object({
  divisionCode: county, year: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015—2045 之间的年份。").max(2045, "请填写 2015—2045 之间的年份。"), stage: z.enum(STAGES, { error: "请选择学段。" }),
  needed: count, available: count, note: z.string().trim().max(200, "最多 200 字。").default(""), version,
});
