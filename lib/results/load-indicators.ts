import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { getCountyResults } from "./get-county-results";
import { getCvSpread } from "./get-cv-spread";
import { getLiveResults } from "./get-live-results";
import { listChildren } from "./list-children";
import type { Basis } from "./load-county-overview";

/** Everything that /d/[code]/indicators shows: of a county its items, above it how its counties are spread. */
export async function loadIndicators(actor: Actor, code: string, asked: number | undefined, basis: Basis = "approved") {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    const mayLive = place.level === "county" && actor.office.level === "county" && can(actor, "filing.read");
    if (basis === "live" && !mayLive) throw notFoundError();
    if (place.level !== "county") return { place, year, kind: "area" as const, children: await listChildren(tx, code, place.level, year), spread: await getCvSpread(tx, code, year) };
    const result = basis === "live" ? (await getLiveResults(tx, code, year)).result : await getCountyResults(tx, code, year);
    return { place, year, kind: "county" as const, basis, mayLive, result };
  });
}
export type IndicatorsView = Awaited<ReturnType<typeof loadIndicators>>;
