import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { contributionsOf } from "@/lib/evaluation/contributions";
import { countProgress, type FilingProgress } from "@/lib/filings/count-progress";
import { countyFindings } from "@/lib/findings/rules-county";
import { shanghaiDay } from "@/lib/time";
import { failingCvs } from "./cvs";
import { getCountyResults, type CountyOutcome } from "./get-county-results";
import { getLiveResults } from "./get-live-results";
import { whyBehind } from "./why-behind";
import { getWorkLoad } from "./get-work-load";
import { getYearBefore } from "./get-year-before";
import { listCrowding } from "./list-crowding";
import { listContributors } from "./list-contributors";
import { listWorstSections, worstOf } from "./list-worst-sections";

/** 审定数据 for everyone, 实时数据（未审定）for the county alone. */
export type Basis = "approved" | "live";

const NO_WORK = { tasks: null, ledger: null };

async function loadFigures(tx: Tx, code: string, year: number, basis: Basis) {
  if (basis === "live") {
    const { result, sections } = await getLiveResults(tx, code, year);
    return { result, contributors: sections, worst: worstOf(sections), before: null, crowding: null };
  }
  const result = await getCountyResults(tx, code, year);
  return {
    result, contributors: result ? await listContributors(tx, code, year, failingCvs(result.stages)) : [], worst: await listWorstSections(tx, code, year),
    before: await getYearBefore(tx, code, year), crowding: (await listCrowding(tx, code, year)).get(code) ?? null,
  };
}

/** Where the roster is approved whole, the result says so itself. */
async function progressOf(tx: Tx, code: string, year: number, basis: Basis, result: CountyOutcome | null): Promise<FilingProgress> {
  if (basis === "approved" && result && result.expected > 0 && result.reported === result.expected) return { expected: result.expected, approved: result.reported, open: 0, submitted: 0, returned: 0, overdue: 0 };
  return countProgress(tx, code, year);
}

/** What the overview of a county shows. Work and plans are of today, so they stand beside the newest whole year only. */
export async function loadCountyOverview(tx: Tx, actor: Actor, place: Place, year: number, basis: Basis) {
  const { code } = place;
  const mayLive = actor.office.level === "county" && can(actor, "filing.read");
  if (basis === "live" && !mayLive) throw notFoundError();
  const today = shanghaiDay(new Date());
  const current = year >= (chooseYear(place, undefined) ?? year);
  const { result, contributors, worst, before, crowding } = await loadFigures(tx, code, year, basis);
  const drivers = failingCvs(result?.stages ?? {}).map((cv) => ({ cv, parts: contributionsOf(contributors, cv.stage, cv.key) }));
  const work = current ? await getWorkLoad(tx, code, place.years[0]?.year ?? year, today) : NO_WORK;
  const findings = countyFindings({
    code, year, result, before, crowding, work, live: basis === "live",
    contributions: (cv) => drivers.find((one) => one.cv.stage === cv.stage && one.cv.key === cv.key)?.parts ?? [],
    behind: current && basis === "approved" ? await whyBehind(tx, code, today) : [],
  });
  const schoolIds = new Map(contributors.map((one) => [one.code, one.schoolId]));
  return { place, year, kind: "county" as const, basis, mayLive, progress: await progressOf(tx, code, year, basis, result), result, worst, drivers, schoolIds, crowding, work, findings };
}
export type CountyOverviewView = Awaited<ReturnType<typeof loadCountyOverview>>;
