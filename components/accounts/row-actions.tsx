"use client";

import { AlertDialog } from "radix-ui";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { disableAccount } from "@/lib/accounts/disable-account";
import { enableAccount } from "@/lib/accounts/enable-account";
import type { AccountRow } from "@/lib/accounts/list-accounts";
import { resetPassword } from "@/lib/accounts/reset-password";
import { useSlipDesk } from "./slip-desk";

type Act = "reset" | "disable" | "enable";

const TEXT: Record<Act, { label: string; title: (name: string) => string; what: string }> = {
  reset: { label: "重置密码", title: (name) => `重置“${name}”的密码？`, what: "原密码立即失效，已登录的设备全部退出；新的初始密码只显示一次，首次登录须修改。" },
  disable: { label: "停用", title: (name) => `停用账号“${name}”？`, what: "停用后不能登录，已登录的设备立即退出。填报记录和办理记录不受影响，可以随时再启用。" },
  enable: { label: "启用", title: (name) => `启用账号“${name}”？`, what: "启用后可以用原来的密码登录。" },
};

/** What may be done with one account; each act is asked for before it happens. */
export function RowActions({ account }: { account: Pick<AccountRow, "id" | "username" | "version" | "state" | "demo"> }) {
  const show = useSlipDesk();
  const [act, setAct] = useState<Act | null>(null);
  const [trouble, setTrouble] = useState("");
  const [busy, start] = useTransition();
  const key = { userId: account.id, version: account.version };

  const run = async (chosen: Act) => {
    const result = chosen === "reset" ? await resetPassword(null, key) : chosen === "disable" ? await disableAccount(null, key) : await enableAccount(null, key);
    if (!result.ok) return setTrouble(result.message);
    if (result.data) show(result.data);
    setAct(null);
  };
  const open = (chosen: Act) => {
    setTrouble("");
    setAct(chosen);
  };
  const offered: Act[] = account.state === "disabled" ? ["enable"] : account.demo ? [] : ["reset", "disable"];
  return (
    <span className="flex flex-wrap justify-end gap-x-3 gap-y-1 sm:justify-start">
      {offered.map((item) => <button key={item} type="button" className="link text-sm" aria-label={`${TEXT[item].label}：${account.username}`} onClick={() => open(item)}>{TEXT[item].label}</button>)}
      <AlertDialog.Root open={act !== null} onOpenChange={(shown) => !shown && setAct(null)}>
        {act ? (
          <AlertDialog.Portal>
            <AlertDialog.Overlay className="fixed inset-0 z-50 bg-black/30" />
            <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 w-[min(28rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-lg bg-surface p-6 text-left shadow-xl">
              <AlertDialog.Title className="text-lg font-semibold">{TEXT[act].title(account.username)}</AlertDialog.Title>
              <AlertDialog.Description className="mt-2 text-sm text-muted">{TEXT[act].what}</AlertDialog.Description>
              {trouble ? <p role="alert" className="mt-3 rounded bg-fail-soft px-3 py-2 text-sm text-fail">{trouble}</p> : null}
              <div className="mt-5 flex justify-end gap-2">
                <AlertDialog.Cancel asChild><Button>取消</Button></AlertDialog.Cancel>
                <Button look={act === "enable" ? "primary" : "danger"} disabled={busy} onClick={() => start(() => run(act))}>{busy ? "正在办理…" : TEXT[act].label}</Button>
              </div>
            </AlertDialog.Content>
          </AlertDialog.Portal>
        ) : null}
      </AlertDialog.Root>
    </span>
  );
}
