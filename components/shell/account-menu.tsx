"use client";

import { signOut } from "next-auth/react";

/** Who is signed in, and the way out. */
export function AccountMenu({ account }: { account: string }) {
  return (
    <details className="relative">
      <summary className="max-w-56 cursor-pointer list-none truncate rounded-md border border-line px-3 py-1 text-sm">{account}</summary>
      <div className="absolute right-0 z-50 mt-1 w-44 rounded-md border border-line bg-surface p-1 shadow-lg">
        <a href="/password" className="block rounded px-3 py-2 text-sm hover:bg-brand-soft">修改密码</a>
        <a href="/me" className="block rounded px-3 py-2 text-sm hover:bg-brand-soft">接口令牌</a>
        <button type="button" className="block w-full rounded px-3 py-2 text-left text-sm hover:bg-brand-soft" onClick={() => signOut({ callbackUrl: "/login" })}>退出登录</button>
      </div>
    </details>
  );
}
