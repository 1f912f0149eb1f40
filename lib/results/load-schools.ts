import { scopeOf, type Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { listSchoolStates } from "@/lib/schools/list-school-states";
import { getStandard } from "./get-standard";
import { listChildren } from "./list-children";
import { listSections } from "./list-sections";

/** Everything that /d/[code]/schools and …/indicators show: at a county its sections, above it the divisions below. */
export async function loadSchools(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    if (place.level !== "county") return { place, year, kind: "area" as const, children: await listChildren(tx, code, place.level, year) };
    return { place, year, kind: "county" as const, sections: await listSections(tx, code, year), standard: await getStandard(asQuery(tx), code, year), schools: await listSchoolStates(tx, code, year) };
  });
}
export type SchoolsView = Awaited<ReturnType<typeof loadSchools>>;
