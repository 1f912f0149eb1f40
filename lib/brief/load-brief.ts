import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { areaFinding, countyFinding } from "@/lib/findings/headline";
import { loadAreaOverview } from "@/lib/results/load-area-overview";
import { loadCountyOverview } from "@/lib/results/load-county-overview";
import { loadNationOverview } from "@/lib/results/load-nation-overview";
import { planDueOf } from "@/lib/results/plan-due";
import { shanghaiDay } from "@/lib/time";
import { loadProjection } from "@/lib/time-series/load-time";
import { projectionTitle } from "@/lib/time-series/projection-text";
import { areaFigures, countyFigures } from "./figures";
import { getOfficial } from "./get-official";

const NO_WORK = { tasks: null, ledger: null };

async function ofCounty(tx: Tx, actor: Actor, place: Place, year: number, today: string) {
  const view = await loadCountyOverview(tx, actor, place, year, "approved");
  const official = await getOfficial(tx, place.code);
  const projection = official.goal ? await loadProjection(tx, place.code, official.goal.year) : null;
  return {
    headline: countyFinding(place.name, view.result, year), findings: view.findings,
    figures: countyFigures({ result: view.result, crowding: view.crowding, work: view.work, official, projection: projection && projectionTitle(projection), today }),
  };
}

async function ofArea(tx: Tx, place: Place, level: "province" | "city", year: number, today: string) {
  const view = await loadAreaOverview(tx, place, level, year);
  return {
    headline: areaFinding(place.name, [view.now], year), findings: view.findings,
    figures: areaFigures({ code: place.code, year, now: view.now, recognised: view.recognised, due: planDueOf(view.counties, year), behind: view.behind.length, work: view.work, official: await getOfficial(tx, place.code), today }),
  };
}

async function ofNation(tx: Tx, place: Place, year: number, today: string) {
  const view = await loadNationOverview(tx, place, year);
  return {
    headline: areaFinding(place.name, [view.now], year), findings: view.findings,
    figures: areaFigures({ code: place.code, year, now: view.now, recognised: view.recognised, due: null, behind: null, work: NO_WORK, official: await getOfficial(tx, place.code), today }),
  };
}

/** One sheet for a leader before a meeting: the sentence, the findings, the figures with their marks. One transaction. */
export async function loadBrief(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    const today = shanghaiDay(new Date());
    if (year === null) return { place, year, today, sheet: null };
    const sheet = place.level === "county" ? await ofCounty(tx, actor, place, year, today) : place.level === "nation" ? await ofNation(tx, place, year, today) : await ofArea(tx, place, place.level, year, today);
    return { place, year, today, sheet };
  });
}
export type BriefView = Awaited<ReturnType<typeof loadBrief>>;
