import { z } from "zod";
import { isoDay } from "@/lib/calendar/schema";

/** The codes of zones in the statistics: the city's four digits and 71—99. */
export const zoneInput = z.object({
  code: z.string().trim().regex(/^\d{4}(7[1-9]|[89]\d)$/, "请填写 6 位代码：所在市的 4 位代码加 71—99。"), name: z.string().trim().min(4, "请填写功能区全称。").max(40, "最多 40 字。"),
  basis: z.string().trim().min(4, "请写明批准文号和财政、教育管理职能的依据。").max(300, "最多 300 字。"), approvedOn: isoDay,
  fiscal: z.boolean().refine(Boolean, "财政独立的功能区才能列为县级单位。"), education: z.boolean().refine(Boolean, "具有教育管理职能的功能区才能列为县级单位。"),
});
export const endZoneInput = z.object({ code: z.string().regex(/^\d{6}$/), version: z.coerce.number().int().min(0), reason: z.string().trim().min(4, "请写明撤销的原因。").max(300, "最多 300 字。") });
