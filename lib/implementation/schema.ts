import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";

const text = z.string().trim().max(10_000, "最多 10000 字。");
export const planText = z.object({ guide: text, principles: text, goals: text, tasks: text, steps: text, safeguards: text });
export const planInput = z.object({
  divisionCode: z.string().regex(/^\d{6}$/), number: z.coerce.number().int().min(1), version: z.coerce.number().int().min(0), sections: planText,
  documentNumber: z.string().trim().max(60, "最多 60 字。").default(""), issuedOn: z.preprocess((value) => (value === "" || value === undefined ? null : value), isoDay.nullable()), issue: z.boolean().default(false),
});
export type PlanInput = z.infer<typeof planInput>;
