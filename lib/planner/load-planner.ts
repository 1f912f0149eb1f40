import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { chooseYear } from "@/lib/divisions/get-place";
import { getCountyResults } from "@/lib/results/get-county-results";
import { listSaved } from "./list-saved";
import { mayReadLive } from "./read-county";

/** What /d/[code]/plan/solver shows: how the county stands, the form for those who may ask, and the plans so far. */
export async function loadPlanner(actor: Actor, code: string, asked: number | undefined, page: number) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    return {
      place, year,
      result: year === null ? null : await getCountyResults(tx, code, year),
      saved: await listSaved(tx, code, page),
      mayLive: mayReadLive(actor, code),
      manages: can(actor, "plan.manage") && actor.office.level === "county" && actor.office.divisionCode === code,
    };
  });
}
export type PlannerView = Awaited<ReturnType<typeof loadPlanner>>;
