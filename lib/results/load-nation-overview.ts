import type { Tx } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { areaFindings, type PlanDue, type Standing } from "@/lib/findings/rules-area";
import { shanghaiDay } from "@/lib/time";
import { distributionsOf } from "./cv-steps";
import { listCvSteps } from "./list-cv-steps";
import { listProvinceStandings, type ProvinceStanding } from "./list-province-standings";
import { listRecognisedYears } from "./list-recognised-years";
import { recognisedUntil, trendOf } from "./trend";

function standingIn(provinces: ProvinceStanding[], year: number): Standing {
  const sum = { counties: 0, reported: 0, resourcePassed: 0, compliant: 0 };
  for (const province of provinces) {
    sum.counties += province.counties;
    const own = province.years.find((one) => one.year === year);
    if (!own) continue;
    sum.reported += own.reported;
    sum.resourcePassed += own.resourcePassed;
    sum.compliant += own.compliant;
  }
  return sum;
}

function planDue(provinces: ProvinceStanding[], year: number): PlanDue {
  const due = provinces.flatMap((province) => province.plan.filter((one) => one.year <= year));
  const sum = (pick: (one: (typeof due)[number]) => number) => due.reduce((total, one) => total + pick(one), 0);
  const [all, met, unmet] = [sum((one) => one.n), sum((one) => one.met), sum((one) => one.unmet)];
  return { due: all, met, unmet, open: all - met - unmet };
}

/** What the overview of the nation shows: three queries, two over counters of the provinces and one over the recognitions, whatever the number of counties. */
export async function loadNationOverview(tx: Tx, place: Place, year: number) {
  const provinces = await listProvinceStandings(tx, year);
  const { since, places } = await listRecognisedYears(tx, place.code, 2);
  const thisYear = Number(shanghaiDay(new Date()).slice(0, 4));
  const steps = await listCvSteps(tx, year);
  const distributions = distributionsOf(steps.filter((one) => one.year === year));
  const before = distributionsOf(steps.filter((one) => one.year === year - 1));
  const now = standingIn(provinces, year);
  const findings = areaFindings({ code: place.code, level: "nation", year, now, before: standingIn(provinces, year - 1), weaknesses: distributions, weaknessesBefore: before, plan: planDue(provinces, year), behind: null, work: { tasks: null, ledger: null } });
  return {
    place, year, kind: "nation" as const, now, provinces, distributions, before, recognised: recognisedUntil(places, since, thisYear), recognisedBy: new Map(provinces.map(({ code }) => [code, recognisedUntil(places.filter((one) => one.place === code), since, thisYear)])),
    trend: trendOf({ results: provinces.flatMap(({ years }) => years), plan: provinces.flatMap(({ plan }) => plan), recognised: places, since, thisYear }), findings,
  };
}
export type NationOverviewView = Awaited<ReturnType<typeof loadNationOverview>>;
