"use client";

import type { Account } from "@/lib/access/navigation";
import { DisplaySwitches } from "./display-switches";
import { IdentityList } from "./identity-list";

const ROW = "block w-full rounded px-3 py-2 text-left text-sm hover:bg-brand-soft";

/** The way out is fetched when it is taken: it need not weigh on every page. */
async function leave(): Promise<void> {
  const { signOut } = await import("next-auth/react");
  await signOut({ callbackUrl: "/login" });
}

/** Who is signed in and as what, how the pages look, and the way out. */
export function AccountMenu({ account }: { account: Account }) {
  return (
    <details className="relative">
      <summary className="max-w-32 cursor-pointer sm:max-w-64 list-none truncate rounded-md border border-line px-3 py-1 text-sm">{account.label}</summary>
      <div className="absolute right-0 z-50 mt-1 max-h-[80dvh] w-64 max-w-[calc(100vw-2rem)] overflow-auto rounded-md border border-line bg-surface p-1 shadow-lg">
        {account.identities.length > 1 ? <IdentityList identities={account.identities} /> : null}
        <DisplaySwitches />
        <hr className="my-1 border-line" />
        <a href="/password" className={ROW}>修改密码</a>
        <a href="/me" className={ROW}>接口令牌</a>
        <button type="button" className={ROW} onClick={() => void leave()}>退出登录</button>
      </div>
    </details>
  );
}
