import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { addNotice } from "@/lib/notices/add-notice";
import { shanghaiDay } from "@/lib/time";
import { directivePages } from "./find-directive";
import { groundsOf } from "./grounds";
import { readStanding } from "./read-standing";
import { DIRECTIVE_KINDS, refuseDueDay } from "./rules";
import type { SendInput } from "./schema";

/** Presses a place below, with the reasons that its own data give today. @throws AppError invalid, notFound. */
export async function sendDirective(tx: Tx, actor: Actor, { grounds, dueOn, ...words }: SendInput) {
  const { divisionCode: from, divisionName: fromName, office: fromOffice } = actor.office;
  const { divisionCode, kind, subject } = words;
  if (!can(actor, "directive.send")) throw notFoundError();
  if (divisionCode === from || !within(divisionCode, from)) throw new AppError("invalid", undefined, { divisionCode: "只能发给本级以下的单位。" });
  const late = refuseDueDay("反馈期限", dueOn, shanghaiDay(new Date()));
  if (late) throw new AppError("invalid", undefined, { dueOn: late });
  const place = await tx.division.findUnique({ where: { code: divisionCode }, select: { name: true } });
  if (!place) throw notFoundError();
  const chosen = groundsOf(await readStanding(tx, divisionCode)).filter((ground) => grounds.includes(ground.key));
  if (chosen.length < grounds.length) throw new AppError("conflict", "所选依据的数据刚有变化，请重新选择。");
  const id = randomUUID();
  await tx.directive.createMany({ data: { id, ...words, fromCode: from, fromName, fromOffice, grounds: chosen, dueOn: toDate(dueOn), sentBy: actor.userId } });
  await addNotice(tx, actor, { divisionCode }, { kind: "assigned", title: `${fromName}${DIRECTIVE_KINDS[kind]}：${subject}`, href: `/d/${divisionCode}/directives/${id}`, entity: "directive", entityId: id });
  const directive = { id, fromCode: from, divisionCode };
  return { value: { id }, message: `已向${place.name}发出${DIRECTIVE_KINDS[kind]}。`, audit: { act: "directive.send", entity: "directive", entityId: id, divisionCode, detail: { ...words, from, dueOn, grounds: chosen.map((ground) => ground.sentence) } }, changed: directivePages(directive) };
}
