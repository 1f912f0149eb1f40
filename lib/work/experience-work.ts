import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { listOwn } from "@/lib/experiences/list-experiences";
import { itemTitle } from "@/lib/experiences/schema";
import { toGroup, type WorkGroup } from "./work-item";

/** 典型经验 to review above, or that came back to the county that wrote it. */
export async function experienceWork(tx: Tx, actor: Actor): Promise<WorkGroup[]> {
  const { divisionCode } = actor.office;
  const reviews = can(actor, "experience.review");
  if (!reviews && !can(actor, "experience.write")) return [];
  const own = await listOwn(tx, divisionCode);
  const waiting = reviews ? own : own.filter((one) => one.state === "returned");
  return [toGroup(reviews ? "待审核的典型经验" : "被退回的典型经验", waiting.map((one) => ({ key: one.id, title: one.title, detail: reviews ? `${one.place} · ${itemTitle(one.item)}` : one.reason, href: `/d/${divisionCode}/experiences/${one.id}`, dueOn: null, overdue: false })))];
}
