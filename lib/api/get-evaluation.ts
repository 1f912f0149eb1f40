import { demoNotice } from "@/lib/access/demo-notice";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { AppError, notFoundError } from "@/lib/errors";
import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { listLiveSchools } from "@/lib/filings/list-live-schools";
import { fromFactRow } from "@/lib/results/school-fact-row";
import { getCountyResults } from "@/lib/results/get-county-results";
import { getStandard } from "@/lib/results/get-standard";
import { getCvSpread } from "@/lib/results/get-cv-spread";
import { listChildren } from "@/lib/results/list-children";
import { listSections } from "@/lib/results/list-sections";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { areaEvaluation, countyEvaluation } from "./shapes";

type Basis = "approved" | "live";

async function ofCounty(tx: Tx, place: Place, year: number, basis: Basis) {
  const common = { problems: [], year, basis, demo: (await demoNotice()) !== null };
  if (basis === "live") {
    const standard = await getStandard(asQuery(tx), place.code, year);
    return countyEvaluation.parse({ ...evaluateCounty((await listLiveSchools(tx, place.code, year)).map(fromFactRow), standard), ...standard, ...common });
  }
  const result = await getCountyResults(tx, place.code, year);
  if (!result) throw notFoundError();
  const sections = await listSections(tx, place.code, year);
  return countyEvaluation.parse({ standard: result.standard, excluded: result.excluded, sections, stages: result.stages, verdict: { resourceAllocation: result.resourceVerdict }, ...result.judgedBy, ...common });
}

async function ofArea(tx: Tx, place: Place, year: number) {
  const children = await listChildren(tx, place.code, place.level, year);
  const spread = await getCvSpread(tx, place.code, year);
  const sum = (pick: (child: (typeof children)[number]) => number) => children.reduce((total, item) => total + pick(item), 0);
  const stages = Object.fromEntries(STAGES.flatMap((stage) => {
    const rows = new Map(spread.filter((row) => row.stage === stage).map((row) => [row.indicator, row]));
    if (rows.size === 0) return [];
    return [[stage, { indicators: Object.fromEntries(INDICATOR_KEYS.map((key) => {
      const row = rows.get(key);
      return [key, { cv: { min: row?.min ?? null, p25: row?.p25 ?? null, median: row?.median ?? null, p75: row?.p75 ?? null, max: row?.max ?? null }, countiesWithinLimit: row?.withinLimit ?? 0 }];
    })) }]];
  }));
  return areaEvaluation.parse({
    counties: { total: sum((item) => item.counties), reported: sum((item) => item.reported), compliant: sum((item) => item.compliant) },
    stages,
    items: children.map((item) => ({
      code: item.code, name: item.name, compliantSections: item.compliantSections, sections: item.sections, cvWithinLimit: item.cvWithinLimit,
      // Several counties: all of them pass, or, once all are reported, they do not.
      verdict: item.reported < item.counties ? null : item.compliant === item.counties,
    })),
    year,
    basis: "approved",
    demo: (await demoNotice()) !== null,
  });
}

/** The evaluation of a division: the evaluate output for a county, distributions above it. 实时 exists for the county itself only. */
export async function getEvaluation(tx: Tx, actor: Actor, code: string, query: { year?: number; basis: Basis }) {
  const place = await getPlace(tx, actor, code);
  const year = chooseYear(place, query.year);
  if (year === null) throw notFoundError();
  if (query.basis === "live" && (place.level !== "county" || !can(actor, "filing.read") || actor.office.level !== "county")) throw new AppError("invalid", "实时数据（未审定）只供本县使用；县级以上请使用审定数据。");
  return place.level === "county" ? ofCounty(tx, place, year, query.basis) : ofArea(tx, place, year);
}
