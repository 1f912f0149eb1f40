import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { countProgress } from "@/lib/filings/count-progress";
import { getCountyResults } from "./get-county-results";
import { notFoundError } from "@/lib/errors";
import { getLiveResults } from "./get-live-results";
import { getCvSpread } from "./get-cv-spread";
import { listChildren } from "./list-children";
import { listSections } from "./list-sections";

/** 审定数据 for everyone, 实时数据（未审定）for the county alone. */
export type Basis = "approved" | "live";

/** Everything that /d/[code]/overview shows, in one transaction; the number of queries does not grow with the schools. */
export async function loadOverview(actor: Actor, code: string, asked: number | undefined, basis: Basis = "approved") {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    const progress = await countProgress(tx, code, year);
    const mayLive = place.level === "county" && actor.office.level === "county" && can(actor, "filing.read");
    if (basis === "live" && !mayLive) throw notFoundError();
    if (basis === "live") return { place, year, kind: "county" as const, basis, mayLive, progress, ...(await getLiveResults(tx, code, year)) };
    if (place.level === "county") {
      return { place, year, kind: "county" as const, basis, mayLive, progress, result: await getCountyResults(tx, code, year), sections: await listSections(tx, code, year) };
    }
    return { place, year, kind: "area" as const, progress, children: await listChildren(tx, code, place.level, year), spread: await getCvSpread(tx, code, year) };
  });
}
export type Overview = Awaited<ReturnType<typeof loadOverview>>;
