import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { dayOf } from "@/lib/time";
import { directivePages, directiveRole, findDirective } from "./find-directive";
import { DIRECTIVE_KINDS, afterDirectiveAct, directiveRule, refuseDirectiveAct, refuseDueDay } from "./rules";
import type { directiveActInput } from "./schema";

/** 记录约谈, 反馈, 退回, 办结, 撤回. @throws AppError state, invalid, conflict, notFound. */
export async function moveDirective(tx: Tx, actor: Actor, { id, version, act, text, day }: z.infer<typeof directiveActInput>) {
  const directive = await findDirective(tx, id, true);
  const refusal = refuseDirectiveAct(directive.kind, directive.state, act, directiveRole(actor, directive));
  if (refusal) throw new AppError("state", refusal);
  if (directive.version !== version) throw new AppError("conflict", "这件事刚被他人办理，请刷新后核对。", {}, { version: directive.version });
  const rule = directiveRule(act);
  const faults = { ...(text === "" ? { text: rule.ask } : {}), ...(rule.day !== null && day === null ? { day: `请选择${rule.day}。` } : {}) };
  if (Object.keys(faults).length > 0) throw new AppError("invalid", undefined, faults);
  const on = rule.day !== null && day !== null ? toDate(day) : null;
  const today = startOfToday();
  if (on && act === "hold" && on > today) throw new AppError("invalid", undefined, { day: "约谈日期不能晚于今天。" });
  const late = act === "return" && day !== null ? refuseDueDay("新的反馈期限", day, dayOf(today)) : null;
  if (late) throw new AppError("invalid", undefined, { day: late });
  const state = afterDirectiveAct(directive.kind, act);
  await tx.directive.updateMany({
    where: { id },
    data: {
      state, version: { increment: 1 },
      ...(act === "hold" ? { heldOn: on, minutes: text } : act === "reply" ? { reply: text, repliedAt: new Date() } : { opinion: text }),
      ...(act === "return" && on ? { dueOn: on } : {}), ...(act === "close" ? { closedAt: new Date() } : {}),
    },
  });
  const down = rule.by === "sender";
  if (down) await addNotice(tx, actor, { divisionCode: directive.divisionCode }, { kind: act === "return" ? "returned" : "reminded", title: `${DIRECTIVE_KINDS[directive.kind]}“${directive.subject}”${rule.label}`, href: `/d/${directive.divisionCode}/directives/${id}`, entity: "directive", entityId: id });
  return { value: { state }, message: `已${rule.label}。`, audit: { act: `directive.${act}`, entity: "directive", entityId: id, divisionCode: directive.divisionCode, detail: { from: directive.state, to: state, text, day, before: directive.reply } }, changed: directivePages(directive) };
}
