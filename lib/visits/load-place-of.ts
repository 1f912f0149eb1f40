import { scopeOf, type Actor } from "@/lib/access/actor";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";

/** The county whose frame a page stands in, and the filing year that its other pages open with beside a calendar year of visits. */
export async function loadPlaceOf(actor: Actor, code: string, year: number): Promise<{ place: Place; filingYear: number | null }> {
  const place = await withScope(scopeOf(actor), (tx) => getOwnPlace(tx, actor, code));
  return { place, filingYear: (place.years.find((filing) => filing.year === year) ?? place.years[0])?.year ?? null };
}
