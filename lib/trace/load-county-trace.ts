import { scopeOf, type Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import { withScope } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { getCountyResults } from "@/lib/results/get-county-results";
import { computeCounty, readInputs } from "@/lib/results/recompute-county";
import { explainCv, sameOutcome } from "./explain-cv";
import { sameFigure } from "./exact-text";
import { countyFigure } from "./keys";

/** When the approved figures of a county were decided upon: first and last day. */
async function approvedBetween(tx: Parameters<typeof getCountyResults>[0], divisionCode: string, year: number) {
  const { _min, _max, _count } = await tx.filingVersion.aggregate({ where: { divisionCode, year, decision: "approved" }, _min: { decidedAt: true }, _max: { decidedAt: true }, _count: true });
  return { from: _min.decidedAt, to: _max.decidedAt, versions: _count };
}

/** How a figure of a county came about: recomputed now from the approved facts by the stored standard, and held against what is stored. */
export async function loadCountyTrace(actor: Actor, code: string, asked: number | undefined, text: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const figure = countyFigure(text);
    const year = chooseYear(place, asked);
    if (place.level !== "county" || !figure || year === null) throw notFoundError();
    const stored = await getCountyResults(tx, code, year);
    if (!stored) throw notFoundError();
    const { facts, county, expected } = await readInputs(asQuery(tx), code, year);
    const now = computeCounty(code, year, facts, county, expected, stored.judgedBy);
    const approved = await approvedBetween(tx, code, year);
    const base = { place, year, stored, approved, excluded: now.evaluation.excluded };
    if (figure.kind === "verdict") {
      const same = sameFigure(now.verdict, stored.verdict) && sameFigure(now.resourceVerdict, stored.resourceVerdict) && now.items.every((item) => sameFigure(item.met, stored.items.find((one) => one.item === item.item)?.met)) && now.evaluation.sections.filter((section) => section.compliant).length === stored.compliantSections;
      return { ...base, kind: "verdict" as const, same };
    }
    const trace = explainCv(now.evaluation, figure.stage, figure.key);
    const own = stored.stages[figure.stage]?.indicators[figure.key];
    if (!trace || !own) throw notFoundError();
    return { ...base, kind: "cv" as const, figure, trace, same: sameOutcome(trace.outcome, own), ids: Object.fromEntries(now.schoolIds) };
  });
}
export type CountyTraceView = Awaited<ReturnType<typeof loadCountyTrace>>;
