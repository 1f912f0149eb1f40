import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear } from "@/lib/divisions/get-place";
import { shanghaiDay } from "@/lib/time";
import { countInspectorLoad, countSchoolVisits } from "./count-visits";
import type { VisitFilters } from "./filters";
import { listVisits } from "./list-visits";
import { visitLimit } from "./visit-list";

/** Everything that /d/[code]/visits of a county shows; the number of queries does not grow with the visits. */
export async function loadCountyVisits(actor: Actor, code: string, asked: number | undefined, filters: VisitFilters) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const today = shanghaiDay(new Date());
    const year = chooseYear(place, asked ?? place.years[0]?.year) ?? Number(today.slice(0, 4));
    const own = actor.office.divisionCode === code;
    return {
      place, year, today, filters,
      ...(await listVisits(tx, { divisionCode: code, year, state: filters.state }, today, filters.page)),
      schools: await countSchoolVisits(tx, code, year),
      load: await countInspectorLoad(tx, code, year, today),
      limit: await visitLimit(tx, code, year),
      mayPlan: own && can(actor, "visit.write"),
      manages: own && can(actor, "visit.manage"),
    };
  });
}
export type CountyVisits = Awaited<ReturnType<typeof loadCountyVisits>>;
