import { z } from "zod";
import { DUTIES, dutyText } from "@/lib/access/duties";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { Tx } from "@/lib/db/with-scope";
import { OFFICE_KEYS } from "./rules";

const ACT_NAME: Record<string, string> = {
  "account.create": "建立账号", "account.reset": "重置密码", "account.disable": "停用", "account.enable": "启用", "account.rename": "更改名称", "account.office-add": "增加岗位",
  "account.office-end": "结束岗位", "account.duties": "设定职责", "account.password": "修改密码", "account.switch": "切换身份", "account.sign-in": "登录", "account.sign-out": "退出登录", "account.lock": "密码连续错误，暂停登录",
};
const MOST = 30;

const detail = z.object({ reason: z.string(), place: z.string(), office: z.enum(OFFICE_KEYS), address: z.string(), to: z.array(z.enum(DUTIES)).catch([]) }).partial().catch({});
const row = z.object({ id: z.bigint(), at: z.date(), actor: z.string(), act: z.string(), detail });

export type HistoryEntry = { id: string; at: Date; actor: string; what: string; note: string };

/** The newest entries of an account's audit log in words, as far as the reader's reach goes. */
export async function listHistory(tx: Tx, userId: string): Promise<HistoryEntry[]> {
  const rows = await tx.auditEvent.findMany({ where: { entity: "user", entityId: userId, act: { in: Object.keys(ACT_NAME) } }, orderBy: { id: "desc" }, take: MOST, select: { id: true, at: true, actor: true, act: true, detail: true } });
  return z.array(row).parse(rows).map(({ id, at, actor, act, detail: { reason, place, office, address, to } }) => ({
    id: String(id), at, actor, what: ACT_NAME[act] ?? "",
    note: [office ? [place, OFFICE_NAME[office]].filter(Boolean).join(" · ") : "", act === "account.duties" ? dutyText(to ?? []) || "无" : "", reason ?? "", address ? `来自 ${address}` : ""].filter(Boolean).join("；"),
  }));
}
