import { scopeOf, type Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { listSchoolStates } from "@/lib/schools/list-school-states";
import { getStandard } from "./get-standard";
import { listChildren } from "./list-children";
import { pageSections } from "./page-sections";
import type { SchoolFilters } from "./school-filters";

/** Everything that /d/[code]/schools shows: a page of schools at every level, above the county the divisions below, at the county who still waits. */
export async function loadSchools(actor: Actor, code: string, asked: number | undefined, filters: SchoolFilters) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    const shared = { place, year, filters, list: await pageSections(tx, code, year, filters), standard: await getStandard(asQuery(tx), code, year) };
    if (place.level !== "county") return { ...shared, kind: "area" as const, children: await listChildren(tx, code, place.level, year) };
    return { ...shared, kind: "county" as const, schools: await listSchoolStates(tx, code, year) };
  });
}
export type SchoolsView = Awaited<ReturnType<typeof loadSchools>>;
