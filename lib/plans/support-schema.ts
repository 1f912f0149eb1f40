import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { SUPPORT_KIND_KEYS } from "./support-kinds";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const version = z.coerce.number().int().min(0);
const list = (value: unknown) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]);

export const supportInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/, "请从列表中选择县（市、区）。"),
  year: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2015, "请填写 2015—2035 之间的年份。").max(2035, "请填写 2015—2035 之间的年份。"),
  kinds: z.preprocess(list, z.array(z.enum(SUPPORT_KIND_KEYS)).min(1, "请至少选择一种支持。")),
  given: z.string().trim().min(2, "请写明给了什么支持。").max(500, "最多 500 字。"), version,
});
export const supportKey = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int(), version });
export const eventInput = z.object({
  divisionCode: z.string().regex(/^\d{2}$/), id: z.preprocess(blank, z.string().max(40).nullable()), heldOn: isoDay, title: z.string().trim().min(2, "请填写活动名称。").max(120, "最多 120 字。"),
  place: z.string().trim().max(100, "最多 100 字。").default(""), content: z.string().trim().max(2000, "最多 2000 字。").default(""), version,
});
export const eventKey = z.object({ divisionCode: z.string().regex(/^\d{2}$/), id: z.string().max(40), version });
