import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listOversight } from "./list-oversight";

/** What /d/[code]/oversight of the nation, a province or a city shows; a county has a page for each of these subjects. */
export async function loadOversight(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    if (place.level === "county") throw notFoundError();
    const year = chooseYear(place, asked ?? place.years[0]?.year);
    return { place, year, rows: year === null ? [] : await listOversight(tx, code, place.level, year) };
  });
}
export type OversightView = Awaited<ReturnType<typeof loadOversight>>;
