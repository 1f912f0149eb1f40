import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";
import { GROUP_KINDS } from "./rules";

const key = { groupId: z.string().max(60), version: z.coerce.number().int().min(0) };
const school = z.string().min(1, "请选择学校。").max(60);

export const groupInput = z.object({ divisionCode: z.string().max(6), kind: z.enum(GROUP_KINDS, { error: "请选择类型。" }), name: z.string().trim().min(2, "请填写名称。").max(60, "最多 60 字。"), leadSchoolId: school, startsOn: isoDay });
export type GroupInput = z.infer<typeof groupInput>;
export const joinInput = z.object({ ...key, schoolId: school, joinedOn: isoDay });
export const leaveInput = z.object({ ...key, memberId: z.string().max(60), leftOn: isoDay });
export const leadInput = z.object({ ...key, memberId: z.string().max(60) });
export const endInput = z.object({ ...key, endedOn: isoDay });
