import { z } from "zod";

export const sendInput = z.object({
  divisionCode: z.string().regex(/^\d{2}(\d{2}){0,2}$/, "请选择下级单位。"), subject: z.string().trim().min(2, "请填写主题。").max(100, "最多 100 字。"), body: z.string().trim().min(2, "请填写内容。").max(3_000, "最多 3000 字。"),
});
export const replyInput = z.object({ id: z.string().max(60), version: z.coerce.number().int(), reply: z.string().trim().min(2, "请填写答复。").max(3_000, "最多 3000 字。") });
