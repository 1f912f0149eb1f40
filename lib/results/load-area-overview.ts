import type { Tx } from "@/lib/db/with-scope";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import { placeNames } from "@/lib/divisions/place-names";
import { areaFindings, type Standing } from "@/lib/findings/rules-area";
import { listLedgerTotals } from "@/lib/ledger/list-totals";
import { listBehind } from "@/lib/targets/list-behind";
import { listTaskTotals } from "@/lib/tasks/list-task-totals";
import { shanghaiDay } from "@/lib/time";
import { distributionsOf, stepOf } from "./cv-steps";
import { getWorkLoad } from "./get-work-load";
import { heatRows } from "./heat";
import { listCountyCvs } from "./list-county-cvs";
import { isReported, listCountyStandings, type CountyStandingRow } from "./list-county-standings";
import { listCrowding } from "./list-crowding";
import { listAreaTrend } from "./list-area-trend";
import { listRecognisedYears } from "./list-recognised-years";
import { planDueOf } from "./plan-due";
import { recognisedUntil, trendOf } from "./trend";

const standingOf = (rows: CountyStandingRow[]): Standing => ({
  counties: rows.length, reported: rows.filter(isReported).length,
  resourcePassed: rows.filter((row) => row.resource === true).length, compliant: rows.filter((row) => row.verdict === true).length,
});
const standingBefore = (rows: CountyStandingRow[]): Standing => ({
  counties: rows.length, reported: rows.filter((row) => row.wholeBefore).length,
  resourcePassed: rows.filter((row) => row.resourceBefore === true).length, compliant: rows.filter((row) => row.compliantBefore === true).length,
});

/** What the overview of a province or a city shows; a city also who has how much to do. */
export async function loadAreaOverview(tx: Tx, place: Place, level: "province" | "city", year: number) {
  const { code } = place;
  const today = shanghaiDay(new Date());
  const current = year >= (chooseYear(place, undefined) ?? year);
  const taskYear = place.years[0]?.year ?? year;
  const counties = await listCountyStandings(tx, code, year);
  const cvs = await listCountyCvs(tx, code, year);
  const distributions = distributionsOf(cvs.map(({ stage, indicator, cv, cvPass }) => ({ stage, indicator, step: cv === null ? -1 : stepOf(cv), passed: cvPass, n: 1 })));
  const behind = current ? (await listBehind(tx, code, today)).filter((row) => row.progress === "behind") : [];
  const nameOf = await placeNames(tx, code, behind.map((row) => row.code));
  const work = current ? await getWorkLoad(tx, code, taskYear, today) : { tasks: null, ledger: null };
  const load = current && level === "city" ? { tasks: await listTaskTotals(tx, code, level, taskYear), ledger: await listLedgerTotals(tx, code, level, today) } : null;
  const now = standingOf(counties);
  const { since, places } = await listRecognisedYears(tx, code);
  const thisYear = Number(today.slice(0, 4));
  return {
    place, year, kind: level, now, counties, distributions, behind, work, load, taskYear,
    heat: heatRows(counties, cvs), recognised: recognisedUntil(places, since, thisYear), trend: trendOf({ ...(await listAreaTrend(tx, code)), recognised: places, since, thisYear }),
    crowding: level === "city" ? await listCrowding(tx, code, year) : null,
    findings: areaFindings({ code, level, year, now, before: standingBefore(counties), weaknesses: distributions, weaknessesBefore: [], plan: planDueOf(counties, year), behind: current ? behind.map((row) => nameOf(row.code)) : null, work }),
  };
}
export type AreaOverviewView = Awaited<ReturnType<typeof loadAreaOverview>>;
