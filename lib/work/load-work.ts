import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { shanghaiDay } from "@/lib/time";
import { certificationWork } from "./certification-work";
import { directiveWork } from "./directive-work";
import { experienceWork } from "./experience-work";
import { expertWork } from "./expert-work";
import { factWork } from "./fact-work";
import { filingWork } from "./filing-work";
import { ledgerWork } from "./ledger-work";
import { nominationWork } from "./nomination-work";
import { planWork } from "./plan-work";
import { recognisedWork } from "./recognised-work";
import { recordWork } from "./record-work";
import { requestWork } from "./request-work";
import { taskWork } from "./task-work";
import { visitWork } from "./visit-work";
import type { WorkGroup } from "./work-item";

/** Everything that waits for the person at the active place, by kind. A fixed number of queries. */
export async function loadWork(actor: Actor): Promise<WorkGroup[]> {
  if (can(actor, "expert.visit")) return withScope(scopeOf(actor), (tx) => expertWork(tx, actor));
  const today = shanghaiDay(new Date());
  const groups = await withScope(scopeOf(actor), async (tx) => [
    ...(await filingWork(tx, actor, today)), ...(await factWork(tx, actor)), ...(await taskWork(tx, actor, today)),
    ...(await ledgerWork(tx, actor, today)), ...(await requestWork(tx, actor, today)), ...(await visitWork(tx, actor, today)),
    ...(await planWork(tx, actor, today)), ...(await recordWork(tx, actor)), ...(await experienceWork(tx, actor)), ...(await directiveWork(tx, actor, today)), ...(await certificationWork(tx, actor, today)), ...(await nominationWork(tx, actor, today)), ...(await recognisedWork(tx, actor, today)),
  ]);
  // What is late stands first; else the order of the year's work.
  const late = (group: WorkGroup) => group.items.some((item) => item.overdue);
  return [...groups.filter(late), ...groups.filter((group) => !late(group))];
}
