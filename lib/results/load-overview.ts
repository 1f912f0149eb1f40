import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { countProgress } from "@/lib/filings/count-progress";
import { getCountyResults } from "./get-county-results";
import { getCvSpread } from "./get-cv-spread";
import { listChildren } from "./list-children";
import { listSections } from "./list-sections";

/** Everything that /d/[code]/overview shows, in one transaction; the number of queries does not grow with the schools. */
export async function loadOverview(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    const progress = await countProgress(tx, code, year);
    if (place.level === "county") {
      return { place, year, kind: "county" as const, progress, result: await getCountyResults(tx, code, year), sections: await listSections(tx, code, year) };
    }
    return { place, year, kind: "area" as const, progress, children: await listChildren(tx, code, place.level, year), spread: await getCvSpread(tx, code, year) };
  });
}
export type Overview = Awaited<ReturnType<typeof loadOverview>>;
