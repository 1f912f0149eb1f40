import { AreaFigures } from "@/components/trace/area-figures";
import { Finding } from "@/components/ui/finding";
import { areaFinding } from "@/lib/findings/headline";
import type { HeatFilters } from "@/lib/results/heat";
import type { AreaOverviewView } from "@/lib/results/load-area-overview";
import { BandCard } from "./band-card";
import { BehindCard } from "./behind-card";
import { CityList } from "./child-list";
import { CityCounties, CityOver } from "./city-counties";
import { CityPlanTable } from "./city-plan-table";
import { FindingList } from "./finding-list";
import { HeatTable } from "./heat-table";
import { SpreadCard } from "./spread-card";
import { TrendCard } from "./trend-card";
import { WeaknessCard, weakestOf } from "./weakness-card";

/** A province: cities against the plan, counties behind it, the heat of coefficients, 分档. A city: its counties' aspects and work first. */
export function AreaOverview({ view, filters }: { view: AreaOverviewView; filters: HeatFilters }) {
  const { place, year, kind, now, counties, distributions, behind, heat, findings } = view;
  const headline = areaFinding(place.name, [now], year);
  const weakest = weakestOf(distributions);
  const cities = [...new Map(counties.map((row) => [row.cityCode, { code: row.cityCode, name: row.city }])).values()];
  const planned = counties.some((row) => row.planYear !== null);
  return (
    <>
      <Finding tone={headline.tone} sentence={headline.text}><AreaFigures code={place.code} year={year} now={now} recognised={view.recognised} /></Finding>
      <FindingList findings={findings} />
      {kind === "province" ? (planned ? <CityPlanTable code={place.code} counties={counties} year={year} known={view.recognised !== null} /> : <CityList counties={counties} year={year} known={view.recognised !== null} />) : <CityCounties view={view} />}
      <TrendCard trend={view.trend} recognised={view.recognised} year={year} />
      {kind === "province" ? <BehindCard code={place.code} rows={behind} /> : <CityOver view={view} />}
      {weakest ? (
        <div className="grid gap-4 xl:grid-cols-2">
          <WeaknessCard code={place.code} rows={distributions} before={[]} year={year} />
          <SpreadCard code={place.code} year={year} distributions={distributions} first={`${weakest.stage}.${weakest.indicator}`} />
        </div>
      ) : null}
      <HeatTable code={place.code} year={year} rows={heat} filters={filters} cities={cities} />
      {kind === "province" ? <BandCard counties={counties} year={year} /> : null}
    </>
  );
}
