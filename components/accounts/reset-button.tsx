"use client";

import { resetPassword } from "@/lib/accounts/reset-password";
import { ActButton } from "./act-button";
import { useSlipDesk } from "./slip-desk";

/** A new initial password; its slip goes to the top of the page. */
export function ResetButton({ id, username, version, asLink }: { id: string; username: string; version: number; asLink?: boolean }) {
  const show = useSlipDesk();
  const run = async () => {
    const result = await resetPassword(null, { userId: id, version });
    if (result.ok) show(result.data);
    return result;
  };
  return <ActButton label="重置密码" name={asLink ? username : undefined} title={`重置“${username}”的密码？`} what="原密码立即失效，已登录的设备全部退出；新的初始密码只显示一次，下次登录须修改。" look="danger" asLink={asLink} run={run} />;
}
