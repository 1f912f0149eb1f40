import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { within } from "@/lib/divisions/codes";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import type { replyInput, sendInput } from "./schema";

/** 指导意见 from a level above to a division below it. */
export async function sendGuidance(tx: Tx, actor: Actor, { divisionCode, subject, body }: z.infer<typeof sendInput>) {
  const from = actor.office.divisionCode;
  if (from === divisionCode || !within(divisionCode, from)) throw new AppError("invalid", undefined, { divisionCode: "只能发给本级以下的单位。" });
  const place = await tx.division.findUnique({ where: { code: divisionCode }, select: { name: true } });
  if (!place) throw notFoundError();
  const id = randomUUID();
  await tx.guidance.create({ data: { id, fromCode: from, fromName: actor.office.divisionName, divisionCode, subject, body, sentBy: actor.userId } });
  await addNotice(tx, actor, { divisionCode }, { kind: "assigned", title: `${actor.office.divisionName}指导意见：${subject}`, href: `/d/${divisionCode}/guidance#${id}`, entity: "guidance", entityId: id });
  return { value: { id }, message: `已发给${place.name}。`, audit: { act: "guidance.send", entity: "guidance", entityId: id, divisionCode, detail: { from, subject } }, changed: [`/d/${divisionCode}/guidance`, `/d/${from}/guidance`] };
}

/** The answer of the division addressed, once. */
export async function replyGuidance(tx: Tx, actor: Actor, { id, version, reply }: z.infer<typeof replyInput>) {
  await tx.$queryRaw`SELECT 1 FROM guidance WHERE id = ${id} FOR UPDATE`;
  const row = await tx.guidance.findUnique({ where: { id }, select: { divisionCode: true, fromCode: true, subject: true, version: true, repliedAt: true } });
  if (!row || row.divisionCode !== actor.office.divisionCode) throw notFoundError();
  if (row.repliedAt) throw new AppError("state", "这条意见已经答复。");
  if (row.version !== version) throw new AppError("conflict", "这条意见刚有变化，请刷新后再答复。");
  await tx.guidance.update({ where: { id }, data: { reply, repliedBy: actor.userId, repliedAt: new Date(), version: { increment: 1 } } });
  return { value: {}, message: "已答复。", audit: { act: "guidance.reply", entity: "guidance", entityId: id, divisionCode: row.divisionCode, detail: { subject: row.subject } }, changed: [`/d/${row.divisionCode}/guidance`] };
}
