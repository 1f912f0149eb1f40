import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { documentNumber } from "@/lib/certification/schema";
import { DIRECTIVE_ACT_KEYS, DIRECTIVE_KIND_KEYS } from "./rules";
import { GROUND_KEYS } from "./grounds";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
export const sendInput = z.object({
  divisionCode: z.string().regex(/^\d{2}(\d{2}){0,2}$/, "请选择下级单位。"), kind: z.enum(DIRECTIVE_KIND_KEYS, { error: "请选择督办、通报或约谈。" }), subject: line(100).min(4, "请写明事由。"), body: line(3000).min(4, "请写明要求。"),
  documentNumber: z.union([z.string().trim().length(0), documentNumber], { error: "文号写作“机关代字〔2026〕1号”。" }).default(""), dueOn: isoDay, grounds: z.array(z.enum(GROUND_KEYS)).max(10).default([]),
});
export type SendInput = z.infer<typeof sendInput>;
export const directiveActInput = z.object({ id: z.string().max(60), version: z.coerce.number().int().min(0), act: z.enum(DIRECTIVE_ACT_KEYS), text: line(3000).default(""), day: z.preprocess((value) => (value === "" || value === undefined ? null : value), isoDay.nullable()).default(null) });
