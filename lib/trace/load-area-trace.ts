import { scopeOf, type Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { computeCounty, readInputs } from "@/lib/results/recompute-county";
import { getCountyResults } from "@/lib/results/get-county-results";
import { sameFigure } from "./exact-text";
import { explainArea, type CountyCv, type PlacedCounty } from "./explain-area";
import { areaFigure, type AreaFigure, type AreaGroup } from "./keys";
import { listAreaCounties, readCounter } from "./list-area-counties";

/** Counties of a page: each is computed anew when the page is opened. */
export const AREA_PAGE = 15;

export type AreaCounty = PlacedCounty & { /** When the county's result was computed; null: it has none. */ computedAt: Date | null; /** Whether it is the same when computed anew; null: nothing is stored, or nothing of it is computed. */ same: boolean | null };

/** “101／117” of the sections computed now, as the list shows what is stored. */
const figureOf = (sections: { compliant: boolean }[]): string => (sections.length === 0 ? "—" : `${sections.filter(({ compliant }) => compliant).length.toLocaleString("zh-CN")}／${sections.length.toLocaleString("zh-CN")}`);

/** What a county's stored results say, recomputed from its approved facts by its stored standard. */
async function checkCounty(tx: Tx, county: PlacedCounty, shown: CountyCv | null, year: number, figure: AreaFigure): Promise<AreaCounty> {
  const stored = figure.kind === "counties" && figure.count === "recognised" ? null : await getCountyResults(tx, county.code, year);
  if (!stored) return { ...county, computedAt: null, same: null };
  const { facts, county: items, expected } = await readInputs(asQuery(tx), county.code, year);
  const now = computeCounty(county.code, year, facts, items, expected, stored.judgedBy);
  const same = figure.kind === "cv"
    ? sameFigure(now.evaluation.stages[figure.stage]?.indicators[figure.key].cv, shown?.cv) && sameFigure(now.evaluation.stages[figure.stage]?.indicators[figure.key].cvPass, shown?.cvPass)
    : figure.kind === "sections" ? county.figure === figureOf(now.evaluation.sections) && now.evaluation.sections.length === stored.sections
    : now.reported === stored.reported && now.expected === stored.expected && sameFigure(now.resourceVerdict, stored.resourceVerdict) && sameFigure(now.verdict, stored.verdict);
  return { ...county, computedAt: stored.computedAt, same };
}

/** How a figure above the county came about: the counties in it and those left out, a page of one group at a time, each computed anew. */
export async function loadAreaTrace(actor: Actor, code: string, asked: number | undefined, text: string, shown: { group: AreaGroup | null; page: number }) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const figure = areaFigure(text);
    const year = chooseYear(place, asked);
    if (place.level === "county" || !figure || year === null) throw notFoundError();
    const rows = await listAreaCounties(tx, code, year, figure);
    const { counties, ...trace } = explainArea(figure, year, rows);
    const counter = await readCounter(tx, code, year, figure);
    const group = shown.group ?? (trace.counts.in > 0 ? "in" : trace.counts.out > 0 ? "out" : "open");
    const own = counties.filter((county) => county.group === group);
    const pages = Math.max(1, Math.ceil(own.length / AREA_PAGE));
    const page = Math.min(shown.page, pages);
    const cvs = new Map(rows.map((row) => [row.code, row.cv]));
    const list: AreaCounty[] = [];
    for (const county of own.slice((page - 1) * AREA_PAGE, page * AREA_PAGE)) list.push(await checkCounty(tx, county, cvs.get(county.code) ?? null, year, figure));
    return { place, year, figure, text, trace, group, page, pages, list, counter, same: (counter === null || counter === trace.counts.in) && list.every((county) => county.same !== false) };
  });
}
export type AreaTraceView = Awaited<ReturnType<typeof loadAreaTrace>>;
