import { z } from "zod";

const amount = z.preprocess((value) => (typeof value === "string" ? value.normalize("NFKC").replaceAll(",", "").trim() : value), z.string().regex(/^\d{1,9}(\.\d{1,2})?$/, "请填写数字，最多两位小数。"));
export const spendingInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  year: z.coerce.number({ error: "请填写年份。" }).int("请填写年份。").min(2010, "请填写 2010 年以后的年份。").max(2035, "请填写 2035 年以前的年份。"),
  totalWan: amount, perPupil: amount, note: z.string().trim().max(200, "最多 200 字。").default(""), version: z.coerce.number().int().min(0),
});
