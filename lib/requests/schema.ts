import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { REQUEST_ACT_KEYS } from "./rules";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const blank = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === "" || value === undefined ? null : value), inner.nullable());
const amount = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() || null : value ?? null), z.string().regex(/^\d{1,12}(\.\d{1,2})?$/, "请填写不小于 0 的数字，最多两位小数。").nullable());

/** What cannot be solved here, with its figures. Of an entry of the ledger the gap is the entry's. */
export const sendInput = z.object({
  entryId: blank(z.string().max(80)).default(null), parentId: blank(z.string().max(80)).default(null),
  title: line(100).min(4, "请写明困难问题。"), problem: line(1000).min(4, "请写明情况和已做的工作。"), asked: line(500).min(2, "请写明请求上级解决什么。"),
  costYuan: amount.default(null), dueOn: isoDay,
});
export type SendInput = z.infer<typeof sendInput>;

export const requestActInput = z.object({ requestId: z.string().max(80), version: z.coerce.number().int().min(0), act: z.enum(REQUEST_ACT_KEYS), text: line(1000).default(""), day: blank(isoDay).default(null) });
export type RequestActInput = z.infer<typeof requestActInput>;
