import { z } from "zod";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "请选择日期。").refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)), "日期不存在。");

export const filingYearInput = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2000).max(2100), opensOn: isoDay, closesOn: isoDay, version: z.coerce.number().int().min(0) })
  .refine((input) => input.opensOn <= input.closesOn, { path: ["closesOn"], message: "截止日期不能早于开始日期。" });

export const exceptionInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  year: z.coerce.number().int(),
  schoolId: z.string().min(1, "请选择学校。"),
  reason: z.string().trim().min(2, "请写明理由。").max(300, "最多 300 字。"),
  endsOn: isoDay,
});

export const completeInput = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int(), version: z.coerce.number().int() });

/** An ISO day as PostgreSQL's date. */
export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
