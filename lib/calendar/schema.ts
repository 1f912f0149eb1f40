import { z } from "zod";
import { shanghaiDay } from "@/lib/time";

/** 2026-02-30 parses as a day of March: what comes back must be what went in. */
const toDay = (time: number) => (Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10));
/** A day of the calendar as a form sends it. */
export const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "请选择日期。").refine((text) => toDay(Date.parse(`${text}T00:00:00Z`)) === text, "日期不存在。");

export const filingYearInput = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2000).max(2100), opensOn: isoDay, closesOn: isoDay, version: z.coerce.number().int().min(0) })
  .refine((input) => input.opensOn <= input.closesOn, { path: ["closesOn"], message: "截止日期不能早于开始日期。" });

export const exceptionInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/),
  year: z.coerce.number().int().min(2000).max(2100),
  schoolId: z.string().min(1, "请选择学校。"),
  reason: z.string().trim().min(2, "请写明理由。").max(300, "最多 300 字。"),
  endsOn: isoDay,
});

export const completeInput = z.object({ divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2000).max(2100), version: z.coerce.number().int().min(0).max(1_000_000) });

/** An ISO day as PostgreSQL's date. */
export const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** Today in Asia/Shanghai, as PostgreSQL's date. */
export const startOfToday = (): Date => toDate(shanghaiDay(new Date()));
