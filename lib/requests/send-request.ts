import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { findEntry } from "@/lib/ledger/find-entry";
import { logEntry } from "@/lib/ledger/write-entry";
import { findRequest } from "./find-request";
import { levelAbove } from "./rules";
import type { SendInput } from "./schema";

export const requestPages = (request: { divisionCode: string; schoolId: string | null; toDivision: string }): string[] =>
  [`/d/${request.divisionCode}/requests`, `/d/${request.toDivision}/requests`, ...(request.schoolId ? [`/s/${request.schoolId}/ledger/requests`] : [])];

/** Whom the actor's place asks, with its name. @throws AppError state at the top. */
export async function findAbove(tx: Tx, actor: Actor): Promise<{ code: string; name: string }> {
  const { divisionCode, schoolId } = actor.office;
  const own = await tx.division.findUnique({ where: { code: divisionCode }, select: { skipsCityReview: true } });
  const code = levelAbove({ code: divisionCode, ofSchool: schoolId !== null, skipsCity: own?.skipsCityReview ?? false });
  const above = code === null ? null : await tx.division.findUnique({ where: { code }, select: { code: true, name: true } });
  if (!above) throw new AppError("state", "没有可以提请的上级。");
  return above;
}

/** Turns a gap that cannot be closed here into a request upward, with its figures. @throws AppError invalid, notFound, state. */
export async function sendRequest(tx: Tx, actor: Actor, { entryId, parentId, ...input }: SendInput) {
  const { divisionCode, schoolId } = actor.office;
  const above = await findAbove(tx, actor);
  if (toDate(input.dueOn) < startOfToday()) throw new AppError("invalid", undefined, { dueOn: "请求答复日期不能早于今天。" });
  const entry = entryId === null ? null : await findEntry(tx, entryId, true);
  if (entry && (entry.divisionCode !== divisionCode || (schoolId !== null && entry.schoolId !== schoolId))) throw notFoundError();
  if (entry?.state === "closed") throw new AppError("state", "这个问题已销号，不需要再提请。");
  const parent = parentId === null ? null : await findRequest(tx, parentId);
  if (parent && (parent.toDivision !== divisionCode || schoolId !== null)) throw notFoundError();
  const open = await tx.supportRequest.count({ where: { divisionCode, schoolId, state: { in: ["sent", "answered"] }, ...(entryId !== null ? { entryId } : parentId !== null ? { parentId } : { title: input.title }) } });
  if (open > 0) throw new AppError("state", "这个困难问题已经提请，还没有办结。");
  const id = randomUUID();
  const { dueOn, costYuan, ...words } = input;
  const figures = { gap: entry?.gap ?? parent?.gap ?? null, gapUnit: entry?.gapUnit ?? parent?.gapUnit ?? null, costYuan: costYuan ?? entry?.costYuan ?? parent?.costYuan ?? null };
  await tx.supportRequest.createMany({ data: { id, divisionCode, schoolId, toDivision: above.code, parentId, entryId, ...words, ...figures, dueOn: toDate(dueOn), sentBy: actor.userId } });
  if (entry) await logEntry(tx, actor, entry, { act: "ask", toState: entry.state, text: `提请${above.name}：${input.asked}` });
  return {
    value: { id }, message: `已提请${above.name}，请求 ${dueOn} 前答复。`,
    audit: { act: "request.send", entity: "request", entityId: id, divisionCode, schoolId, detail: { to: above.code, entryId, parentId, ...input, ...figures } },
    changed: requestPages({ divisionCode, schoolId, toDivision: above.code }),
  };
}
