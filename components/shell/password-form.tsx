"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { changePassword } from "@/lib/access/change-password";

export function PasswordForm() {
  const [result, change, busy] = useActionState(changePassword, null);
  const errors = result?.ok === false ? result.fields : {};
  if (result?.ok) return <p role="status" className="rounded bg-pass-soft px-3 py-2 text-pass">✓ {result.message} <Link className="link" href="/">返回首页</Link></p>;
  return (
    <form action={change} className="space-y-4">
      <TextField id="current" name="current" type="password" label="原密码" autoComplete="current-password" required error={errors.current} />
      <TextField id="next" name="next" type="password" label="新密码" help="至少 10 位，包含大写字母、小写字母、数字、符号中的三种。" autoComplete="new-password" required error={errors.next} />
      <TextField id="again" name="again" type="password" label="再输一遍新密码" autoComplete="new-password" required error={errors.again} />
      {result?.ok === false && Object.keys(errors).length === 0 ? <p role="alert" className="text-sm text-fail">{result.message}</p> : null}
      <Button type="submit" look="primary" disabled={busy}>{busy ? "正在修改…" : "修改密码"}</Button>
    </form>
  );
}
