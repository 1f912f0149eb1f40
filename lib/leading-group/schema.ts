import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { ROLE_KEYS } from "./roles";

const blank = (value: unknown) => (value === "" || value === undefined ? null : value);
const county = z.string().regex(/^\d{6}$/);
const version = z.coerce.number().int().min(0);
const id = z.preprocess(blank, z.string().max(40).nullable());

export const memberInput = z.object({
  divisionCode: county, id, role: z.enum(ROLE_KEYS, { error: "请选择职责。" }), post: z.string().trim().min(2, "请填写岗位，如“分管教育的副县长”。").max(60, "最多 60 字。"), holder: z.string().trim().max(30, "最多 30 字。").default(""),
  unitId: z.preprocess(blank, z.string().max(60).nullable()), version,
});
export const meetingInput = z.object({
  divisionCode: county, id, heldOn: isoDay, subject: z.string().trim().min(2, "请填写议题。").max(200, "最多 200 字。"), decisions: z.string().trim().min(2, "请填写议定事项。").max(4000, "最多 4000 字。"), version,
});
export const rowKey = z.object({ divisionCode: county, id: z.string().max(40), version });
