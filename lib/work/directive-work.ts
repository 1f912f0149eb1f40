import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { directiveRole, toDirective } from "@/lib/directives/find-directive";
import { DIRECTIVE_ACT_KEYS, DIRECTIVE_KINDS, directiveStateName, isDirectiveLate, refuseDirectiveAct } from "@/lib/directives/rules";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

/** 督办, 通报, 约谈 that this office has to answer, to hold or to end. */
export async function directiveWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  if (!can(actor, "directive.read")) return [];
  const { divisionCode } = actor.office;
  const rows = (await tx.directive.findMany({ where: { OR: [{ divisionCode }, { fromCode: divisionCode }], state: { in: ["sent", "held", "replied"] } }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: 200 })).map(toDirective);
  const waiting = rows.flatMap((row): { role: string; item: WorkItem }[] => {
    const role = directiveRole(actor, row);
    // Withdrawing is always open to the sender and waits for nobody.
    if (role === null || !DIRECTIVE_ACT_KEYS.some((act) => act !== "withdraw" && refuseDirectiveAct(row.kind, row.state, act, role) === null)) return [];
    return [{ role, item: { key: row.id, title: row.subject, detail: `${DIRECTIVE_KINDS[row.kind]} · ${directiveStateName(row.kind, row.state)}${role === "addressed" ? ` · ${row.fromName}` : ""}`, href: `/d/${divisionCode}/directives/${row.id}`, dueOn: row.dueOn, overdue: isDirectiveLate(row, today) } }];
  });
  return [toGroup("待反馈的督办、通报、约谈", waiting.filter((one) => one.role === "addressed").map((one) => one.item)), toGroup("待办结的督办、通报、约谈", waiting.filter((one) => one.role === "sender").map((one) => one.item))];
}
