import { scopeOf, type Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { countProgress } from "./count-progress";

/** What /d/[code]/filings/import shows to the county's bureau. The newest year unless asked. */
export async function loadImport(actor: Actor, code: string, asked: number | undefined) {
  assertOwnCounty(actor, code);
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    const progress = year === null ? null : await countProgress(tx, code, year);
    return { place, year, progress, completed: place.years.some((entry) => entry.year === year && entry.complete) };
  });
}
export type ImportView = Awaited<ReturnType<typeof loadImport>>;
