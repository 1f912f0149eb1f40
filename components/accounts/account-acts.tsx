"use client";

import { disableAccount } from "@/lib/accounts/disable-account";
import { enableAccount } from "@/lib/accounts/enable-account";
import { endOffice } from "@/lib/accounts/end-office";
import { ActButton } from "./act-button";

type Key = { userId: string; version: number };

export function DisableButton({ account, username }: { account: Key; username: string }) {
  return <ActButton label="停用账号" title={`停用账号“${username}”？`} what="停用后不能登录，已登录的设备立即退出。填报记录和办理记录不受影响，可以随时再启用。" look="danger" askReason run={(reason) => disableAccount(null, { ...account, reason })} />;
}

export function EnableButton({ account, username }: { account: Key; username: string }) {
  return <ActButton label="启用账号" title={`启用账号“${username}”？`} what="启用后可以用原来的密码登录。" look="primary" run={() => enableAccount(null, account)} />;
}

export function EndOfficeButton({ account, membershipId, title }: { account: Key; membershipId: string; title: string }) {
  return <ActButton label="结束" name={title} title={`结束岗位“${title}”？`} what="该账号立即不能再以这个岗位办理事项，其他岗位不受影响。办理过的记录照样保留。" look="danger" asLink askReason run={(reason) => endOffice(null, { ...account, membershipId, reason })} />;
}
