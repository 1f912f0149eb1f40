import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { listEvidence } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { getSchool } from "@/lib/schools/get-school";
import { shanghaiDay } from "@/lib/time";
import { filingYearNear } from "./filing-year";
import { findVisit, roleIn } from "./find-visit";
import { VISIT_ACT_KEYS, kindsOf, refuseVisitAct } from "./rules";

/** One visit with its photographs and what the reader may do with it now. `at`: the county or school whose page asks. */
export async function loadVisit(actor: Actor, at: { code?: string; schoolId?: string }, id: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const visit = await findVisit(tx, id);
    if ((at.code !== undefined && visit.divisionCode !== at.code) || (at.schoolId !== undefined && visit.schoolId !== at.schoolId)) throw notFoundError();
    const role = roleIn(actor, visit);
    return {
      visit, role, filingYear: await filingYearNear(tx, visit.schoolId, visit.year), school: await getSchool(tx, visit.schoolId), today: shanghaiDay(new Date()),
      acts: VISIT_ACT_KEYS.filter((act) => refuseVisitAct(visit.state, act, role) === null),
      kinds: [...kindsOf(actor.office.office)],
      photos: standingAt(await listEvidence(tx, actor, "visit", { is: id })),
      mayAttach: role === "visitor" && can(actor, "evidence.edit") && (visit.state === "planned" || visit.state === "recorded"),
    };
  });
}
export type VisitView = Awaited<ReturnType<typeof loadVisit>>;
