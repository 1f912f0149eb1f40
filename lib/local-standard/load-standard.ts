import { scopeOf, type Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { getStandard } from "@/lib/results/get-standard";
import { standardDay } from "@/lib/standard/in-force";
import { choicesInForce } from "@/lib/standard/readings";
import { shanghaiDay } from "@/lib/time";
import { ownsStandard } from "./assert-own-office";
import { listChoices, listOverrides } from "./list-entries";

/** Everything that /d/[code]/standard shows: what holds for the place in a year, who decided it, and whether the reader may decide. */
export async function loadStandard(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    const judged = year ?? Number(shanghaiDay(new Date()).slice(0, 4));
    const [overrides, choices] = [await listOverrides(tx, code), await listChoices(tx, code)];
    const standing = choices.filter((choice) => choice.retiredAt === null);
    return {
      place, year, judged, overrides, choices,
      standard: await getStandard(asQuery(tx), code, judged),
      chosen: choicesInForce(standing, code, standardDay(judged)),
      /** A county's completed year keeps the standard that it was judged by. */
      fixed: place.level === "county" && place.years.some((entry) => entry.year === year && entry.complete),
      editable: ownsStandard(actor, code),
    };
  });
}
export type StandardView = Awaited<ReturnType<typeof loadStandard>>;
