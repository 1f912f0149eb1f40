"use server";

import { z } from "zod";
import { withScope } from "@/lib/db/with-scope";
import { appendEvent } from "@/lib/audit/append-event";
import { AppError } from "@/lib/errors";
import { explain } from "@/lib/explain-error";
import type { Result } from "@/lib/result";
import { scopeOf } from "./actor";
import { fieldsOf, formToObject } from "./form-input";
import { hashPassword, verifyPassword } from "./hash";
import { PASSWORD_MAX, PASSWORD_MIN } from "./limits";
import { currentActor } from "./session";

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];
const schema = z.object({
  current: z.string().min(1, "请填写原密码。").max(PASSWORD_MAX),
  next: z.string().min(PASSWORD_MIN, `新密码至少 ${PASSWORD_MIN} 位。`).max(PASSWORD_MAX, "新密码过长。")
    .refine((text) => kinds.filter((kind) => kind.test(text)).length >= 3, "新密码须包含大写字母、小写字母、数字、符号中的三种。"),
  again: z.string(),
}).refine((input) => input.next === input.again, { path: ["again"], message: "两次输入的新密码不一致。" })
  .refine((input) => input.next !== input.current, { path: ["next"], message: "新密码不能与原密码相同。" });

/** A person's own password: also open to those who must change it first, which is why defineAction does not make it. */
export async function changePassword(_previous: Result | null, form: FormData): Promise<Result> {
  try {
    const actor = await currentActor();
    if (!actor) throw new AppError("unauthenticated");
    if (actor.demo) throw new AppError("forbidden", "演示账号的密码不能修改。");
    const parsed = schema.safeParse(formToObject(form));
    if (!parsed.success) throw new AppError("invalid", undefined, fieldsOf(parsed.error));
    await withScope(scopeOf(actor), async (tx) => {
      const user = await tx.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } });
      if (!(await verifyPassword(user.passwordHash, parsed.data.current))) throw new AppError("invalid", undefined, { current: "原密码不正确。" });
      await tx.user.update({ where: { id: actor.userId }, data: { passwordHash: await hashPassword(parsed.data.next), mustChangePassword: false, version: { increment: 1 } } });
      await appendEvent(tx, actor, { act: "account.password", entity: "user", entityId: actor.userId, divisionCode: actor.office.divisionCode, schoolId: actor.office.schoolId, detail: {} });
    });
    return { ok: true, data: undefined, message: "密码已修改。" };
  } catch (error) {
    const { body } = explain(error);
    return { ok: false, message: body.message, fields: body.fields };
  }
}
