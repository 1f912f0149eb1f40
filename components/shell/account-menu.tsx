"use client";

import { signOut } from "next-auth/react";
import type { Account } from "@/lib/access/navigation";
import { DisplaySwitches } from "./display-switches";
import { IdentityList } from "./identity-list";

const ROW = "block w-full rounded px-3 py-2 text-left text-sm hover:bg-brand-soft";

/** Who is signed in and as what, how the pages look, and the way out. */
export function AccountMenu({ account }: { account: Account }) {
  return (
    <details className="relative">
      <summary className="max-w-56 cursor-pointer list-none truncate rounded-md border border-line px-3 py-1 text-sm">{account.label}</summary>
      <div className="absolute right-0 z-50 mt-1 max-h-[80dvh] w-64 max-w-[calc(100vw-2rem)] overflow-auto rounded-md border border-line bg-surface p-1 shadow-lg">
        {account.identities.length > 1 ? <IdentityList identities={account.identities} /> : null}
        <DisplaySwitches />
        <hr className="my-1 border-line" />
        <a href="/password" className={ROW}>修改密码</a>
        <a href="/me" className={ROW}>接口令牌</a>
        <button type="button" className={ROW} onClick={() => signOut({ callbackUrl: "/login" })}>退出登录</button>
      </div>
    </details>
  );
}
