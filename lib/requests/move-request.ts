import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { findRequest, requestRoles } from "./find-request";
import { refuseRequestAct, requestRule } from "./rules";
import type { RequestActInput } from "./schema";
import { requestPages } from "./send-request";

/** 答复, 确认已解决, 再次提请, 撤回. @throws AppError state, invalid, conflict, notFound. */
export async function moveRequest(tx: Tx, actor: Actor, { requestId, version, act, text, day }: RequestActInput) {
  const request = await findRequest(tx, requestId, true);
  if (request.version !== version) throw new AppError("conflict", "这件困难问题刚被他人办理，请刷新后核对。", {}, { version: request.version });
  const refusal = refuseRequestAct(request.state, act, requestRoles(actor, request));
  if (refusal) throw new AppError("state", refusal);
  const rule = requestRule(act);
  if (rule.text && text === "") throw new AppError("invalid", undefined, { text: act === "answer" ? "请写明答复。" : "请写明原因。" });
  if (rule.day !== null && (day === null || toDate(day) < startOfToday())) throw new AppError("invalid", undefined, { day: day === null ? `请选择${rule.day}。` : `${rule.day}不能早于今天。` });
  const on = day === null ? null : toDate(day);
  await tx.supportRequest.updateMany({
    where: { id: requestId },
    data: {
      state: rule.to, version: { increment: 1 }, updatedAt: new Date(),
      ...(act === "answer" ? { answer: text, promisedOn: on, answeredBy: actor.userId, answeredAt: new Date() } : {}),
      ...(act === "again" && on ? { dueOn: on, promisedOn: null } : {}),
      ...(act === "again" || act === "withdraw" ? { reason: text } : {}),
    },
  });
  return {
    value: { state: rule.to }, message: `已${rule.label.replace("未解决，", "")}。`,
    audit: { act: `request.${act}`, entity: "request", entityId: requestId, divisionCode: request.divisionCode, schoolId: request.schoolId, detail: { from: request.state, to: rule.to, text, day, by: actor.office.divisionCode, before: request.answer } },
    changed: requestPages(request),
  };
}
