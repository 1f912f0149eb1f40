"use client";

import { signIn } from "next-auth/react";
import { useState, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

const SENTENCE: Record<string, string> = {
  CredentialsSignin: "用户名或密码不正确。",
  locked: "连续登录失败次数过多，已暂停登录，请稍后再试或联系上级管理员。",
};

export function SignInForm({ next }: { next: string }) {
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setMessage("");
    try {
      const outcome = await signIn("credentials", { username: String(form.get("username")), password: String(form.get("password")), redirect: false });
      if (outcome?.ok) window.location.assign(new URL(next, window.location.origin).origin === window.location.origin ? next : "/");
      else setMessage(SENTENCE[outcome?.error ?? ""] ?? "用户名或密码不正确。");
    } catch {
      setMessage("暂时连接不上平台，请检查网络后再试。");
    }
    setBusy(false);
  }

  return (
    <form method="post" action="/login" onSubmit={submit} className="space-y-4">
      <TextField id="username" name="username" label="用户名" autoComplete="username" required maxLength={64} autoFocus />
      <TextField id="password" name="password" label="密码" type="password" autoComplete="current-password" required maxLength={128} />
      <p role="alert" className="min-h-6 text-sm text-fail">{message}</p>
      <Button type="submit" look="primary" className="w-full" disabled={busy}>{busy ? "正在登录…" : "登录"}</Button>
    </form>
  );
}
