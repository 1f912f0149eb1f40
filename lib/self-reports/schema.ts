import { z } from "zod";
import { REPORT_ACT_KEYS, REPORT_SECTION_KEYS } from "./rules";

const text = z.string().trim().max(5_000, "最多 5000 字。");
export const storedSections = z.object({ duties: z.string(), results: z.string(), problems: z.string(), next: z.string() });
export const EMPTY_SECTIONS = { duties: "", results: "", problems: "", next: "" };

const key = { divisionCode: z.string().regex(/^\d{6}$/), year: z.coerce.number().int().min(2000).max(2100) };
export const reportInput = z.object({
  ...key, unitId: z.string().max(60), version: z.coerce.number().int().min(0), act: z.enum(REPORT_ACT_KEYS),
  sections: z.object({ duties: text, results: text, problems: text, next: text } satisfies Record<(typeof REPORT_SECTION_KEYS)[number], z.ZodType>).optional(),
  reason: z.string().trim().max(500, "最多 500 字。").default(""),
});
export type ReportInput = z.infer<typeof reportInput>;
export const countyReportInput = z.object({ ...key, version: z.coerce.number().int().min(0), opening: text, conclusion: text, file: z.boolean().default(false) });
export type CountyReportInput = z.infer<typeof countyReportInput>;
export const storedSnapshot = z.array(z.object({ title: z.string(), parts: z.array(z.object({ unit: z.string(), text: z.string() })) }));
