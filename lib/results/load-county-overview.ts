import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { contributionsOf } from "@/lib/evaluation/contributions";
import { countProgress } from "@/lib/filings/count-progress";
import { countyFindings } from "@/lib/findings/rules-county";
import { listBehind } from "@/lib/targets/list-behind";
import { shanghaiDay } from "@/lib/time";
import { getCountyResults } from "./get-county-results";
import { getLiveResults } from "./get-live-results";
import { getWorkLoad } from "./get-work-load";
import { getYearBefore } from "./get-year-before";
import { listCrowding } from "./list-crowding";
import { listSections } from "./list-sections";

/** 审定数据 for everyone, 实时数据（未审定）for the county alone. */
export type Basis = "approved" | "live";

const NO_WORK = { tasks: null, ledger: null };

async function loadFigures(tx: Tx, code: string, year: number, basis: Basis) {
  if (basis === "live") return { ...(await getLiveResults(tx, code, year)), before: null, crowding: null };
  return { result: await getCountyResults(tx, code, year), sections: await listSections(tx, code, year), before: await getYearBefore(tx, code, year), crowding: (await listCrowding(tx, code, year)).get(code) ?? null };
}

/** What the overview of a county shows. Work and plans are of today, so they stand beside the newest whole year only. */
export async function loadCountyOverview(tx: Tx, actor: Actor, place: Place, year: number, basis: Basis) {
  const { code } = place;
  const mayLive = actor.office.level === "county" && can(actor, "filing.read");
  if (basis === "live" && !mayLive) throw notFoundError();
  const today = shanghaiDay(new Date());
  const current = year >= (chooseYear(place, undefined) ?? year);
  const { result, sections, before, crowding } = await loadFigures(tx, code, year, basis);
  const work = current ? await getWorkLoad(tx, code, place.years[0]?.year ?? year, today) : NO_WORK;
  const [standing] = current && basis === "approved" ? await listBehind(tx, code, today) : [];
  const findings = countyFindings({
    code, year, result, before, crowding, work, live: basis === "live",
    contributions: ({ stage, key }) => contributionsOf(sections, stage, key),
    behind: standing?.progress === "behind" ? standing.reasons : [],
  });
  return { place, year, kind: "county" as const, basis, mayLive, progress: await countProgress(tx, code, year), result, sections, crowding, work, findings };
}
export type CountyOverviewView = Awaited<ReturnType<typeof loadCountyOverview>>;
