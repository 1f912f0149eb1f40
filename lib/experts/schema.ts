import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";

const line = (max: number) => z.string().trim().max(max, `最多 ${max} 字。`);
const key = z.string().max(80);
const version = z.coerce.number().int().min(0).max(1_000_000);
const days = { fromOn: isoDay, untilOn: isoDay, task: line(200).min(2, "请填写分工或专业。") };

export const appointInput = z.object({ visitId: key, userId: key.min(1, "请选择专家。"), ...days });
export const changeInput = z.object({ id: key, version, ...days });
export const endInput = z.object({ id: key, version, reason: line(500).min(2, "请写明结束的原因。") });
export const opinionInput = z.object({ visitId: key, version, text: line(4000), schools: z.record(z.string().max(10), line(1000)).default({}), submit: z.boolean() });
export type AppointInput = z.infer<typeof appointInput>;
export type ChangeInput = z.infer<typeof changeInput>;
export type EndInput = z.infer<typeof endInput>;
export type OpinionInput = z.infer<typeof opinionInput>;

/** Words on single schools as they are kept. */
export const schoolWords = z.record(z.string(), z.string());
export const opinionState = z.enum(["draft", "submitted"]);
export const appointmentState = z.enum(["active", "ended"]);
