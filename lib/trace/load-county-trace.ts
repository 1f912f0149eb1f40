import { isDeepStrictEqual } from "node:util";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { asQuery } from "@/lib/db/query";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { itemRules } from "@/lib/items/rules";
import type { ComputedCounty } from "@/lib/results/computed-county";
import { getCountyResults, type CountyOutcome } from "@/lib/results/get-county-results";
import { listCrowding } from "@/lib/results/list-crowding";
import { listSections } from "@/lib/results/list-sections";
import { computeCounty, readInputs } from "@/lib/results/recompute-county";
import { fromFactRow, type SchoolFactRow } from "@/lib/results/school-fact-row";
import { explainCount, type CountTrace } from "./explain-count";
import { explainCv, sameOutcome } from "./explain-cv";
import { explainItem } from "./explain-item";
import { sameFigure } from "./exact-text";
import { countyFigure, type CountKind } from "./keys";
import { readFactOrigin } from "./read-fact-origin";
import { readLayers } from "./read-layers";

/** When the approved figures of a county were decided upon: first and last day. */
async function approvedBetween(tx: Tx, divisionCode: string, year: number) {
  const { _min, _max, _count } = await tx.filingVersion.aggregate({ where: { divisionCode, year, decision: "approved" }, _min: { decidedAt: true }, _max: { decidedAt: true }, _count: true });
  return { from: _min.decidedAt, to: _max.decidedAt, versions: _count };
}

/** 不计校数 campuses by the code of the school whose figures hold theirs (decision 0004). */
async function readCampuses(tx: Tx, divisionCode: string): Promise<Map<string, string[]>> {
  const rows = await tx.school.findMany({ where: { divisionCode, counted: false, closedOn: null, parentSchoolId: { not: null } }, orderBy: { code: "asc" }, select: { name: true, parentSchool: { select: { code: true } } } });
  const campuses = new Map<string, string[]>();
  for (const { name, parentSchool } of rows) if (parentSchool) campuses.set(parentSchool.code, [...(campuses.get(parentSchool.code) ?? []), name]);
  return campuses;
}

/** Whether a count is what is stored: in the results, or where a figure is kept twice, in both places. */
async function sameCount(tx: Tx, kind: CountKind, trace: CountTrace, now: ComputedCounty, stored: CountyOutcome, rows: SchoolFactRow[]): Promise<boolean> {
  if (kind.count === "students") return trace.totals[0] === (stored.stages[kind.stage]?.students ?? 0);
  if (kind.count === "classes") return rows.every((row) => { const pupils = row.more.classes[kind.stage]; return !pupils || (row[`${kind.stage}_classes`] === pupils.length && row[`${kind.stage}_max_class`] === Math.max(...pupils)); });
  if (kind.count === "sections") {
    const kept = await listSections(tx, now.divisionCode, now.year);
    const short = (list: { code: string; stage: string; standardCount: number; compliant: boolean }[]) => list.map(({ code, stage, standardCount, compliant }) => [code, stage, standardCount, compliant].join()).sort();
    return trace.counted === stored.compliantSections && isDeepStrictEqual(short(kept), short(now.evaluation.sections));
  }
  const found = (await listCrowding(tx, now.divisionCode, now.year)).get(now.divisionCode);
  return trace.counted === ((kind.count === "size" ? found?.oversized : found?.over) ?? 0);
}

/** How a figure of a county came about: recomputed now from the approved facts by the stored standard, and held against what is stored. */
export async function loadCountyTrace(actor: Actor, code: string, asked: number | undefined, text: string) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const figure = countyFigure(text);
    const year = chooseYear(place, asked);
    if (place.level !== "county" || !figure || figure.kind === "live" || year === null) throw notFoundError();
    const stored = await getCountyResults(tx, code, year);
    if (!stored) throw notFoundError();
    const { facts, county, expected } = await readInputs(asQuery(tx), code, year);
    const now = computeCounty(code, year, facts, county, expected, stored.judgedBy);
    const approved = await approvedBetween(tx, code, year);
    const ids = Object.fromEntries(now.schoolIds);
    const base = { place, year, stored, approved, excluded: now.evaluation.excluded, ids, layers: await readLayers(tx, code, year) };
    if (figure.kind === "verdict") {
      const same = sameFigure(now.verdict, stored.verdict) && sameFigure(now.resourceVerdict, stored.resourceVerdict) && now.items.every((item) => sameFigure(item.met, stored.items.find((one) => one.item === item.item)?.met)) && now.evaluation.sections.filter((section) => section.compliant).length === stored.compliantSections;
      return { ...base, kind: "verdict" as const, same };
    }
    if (figure.kind === "item") {
      const [outcome, kept] = [now.items.find((one) => one.item === figure.item), stored.items.find((one) => one.item === figure.item)];
      if (!outcome || !kept) throw notFoundError();
      const trace = explainItem(figure.item, facts.map((row) => ({ facts: fromFactRow(row), more: row.more })), county, itemRules(stored.judgedBy.readings, year));
      return { ...base, kind: "item" as const, item: figure.item, trace, outcome: kept, origin: await readFactOrigin(tx, actor, code, year, figure.item), same: isDeepStrictEqual(outcome, kept) };
    }
    if (figure.kind === "count") {
      const trace = explainCount(figure, now.evaluation, facts);
      return { ...base, kind: "count" as const, figure, trace, campuses: figure.count === "students" || figure.count === "classes" ? await readCampuses(tx, code) : new Map<string, string[]>(), same: await sameCount(tx, figure, trace, now, stored, facts) };
    }
    const trace = explainCv(now.evaluation, figure.stage, figure.key);
    const own = stored.stages[figure.stage]?.indicators[figure.key];
    if (!trace || !own) throw notFoundError();
    return { ...base, kind: "cv" as const, figure, trace, same: sameOutcome(trace.outcome, own) };
  });
}
export type CountyTraceView = Awaited<ReturnType<typeof loadCountyTrace>>;
