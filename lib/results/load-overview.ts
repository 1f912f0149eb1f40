import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { loadAreaOverview } from "./load-area-overview";
import { loadCountyOverview, type Basis } from "./load-county-overview";
import { loadNationOverview } from "./load-nation-overview";

/** Everything that /d/[code]/overview shows, in one transaction; the number of queries does not grow with the schools. */
export async function loadOverview(actor: Actor, code: string, asked: number | undefined, basis: Basis = "approved") {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    if (place.level === "county") return loadCountyOverview(tx, actor, place, year, basis);
    return place.level === "nation" ? loadNationOverview(tx, place, year) : loadAreaOverview(tx, place, place.level, year);
  });
}
