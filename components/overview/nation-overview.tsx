import { FigureTable } from "@/components/charts/figure-table";
import { AreaFigures } from "@/components/trace/area-figures";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { areaFinding } from "@/lib/findings/headline";
import type { NationOverviewView } from "@/lib/results/load-nation-overview";
import { FindingList } from "./finding-list";
import { SpreadCard } from "./spread-card";
import { TileGrid } from "./tile-grid";
import { TrendCard } from "./trend-card";
import { WeaknessCard, weakestOf } from "./weakness-card";

/** The whole country: tiles, the years against the plans, the weakest coefficients and how the counties spread. */
export function NationOverview({ view }: { view: NationOverviewView }) {
  const { place, year, now, provinces, distributions, before, trend, findings } = view;
  const headline = areaFinding(place.name, [now], year);
  const rows = provinces.map(({ code, name, counties, years, plan }) => {
    const [here, last] = [years.find((one) => one.year === year), years.find((one) => one.year === year - 1)];
    const due = plan.filter((one) => one.year <= year).reduce((sum, one) => sum + one.n, 0);
    return { code, name, counties, here, last, due };
  });
  const figures = new Map(rows.map(({ code, name, counties, here }) => [code, { name, counties, reported: here?.reported ?? 0, compliant: here?.compliant ?? 0 }]));
  const weakest = weakestOf(distributions);
  const moved = (one: (typeof rows)[number]["here"]) => (one && one.reported > 0 ? one.compliant : "—");
  return (
    <>
      <Finding tone={headline.tone} sentence={headline.text}><AreaFigures code={place.code} year={year} now={now} recognised={view.recognised} /></Finding>
      <FindingList findings={findings} />
      <div className="grid gap-4 xl:grid-cols-2">
        <Card title={`${now.reported.toLocaleString("zh-CN")} 个完成审定的县级单位中，${now.compliant.toLocaleString("zh-CN")} 个达到标准（按审定数据）`} lead="点方格查看该省。">
          <TileGrid figures={figures} year={year} />
          <FigureTable caption="各省级单位" links={rows.map((row) => `/d/${row.code}/overview?year=${year}`)} head={["省级单位", "县级单位", "完成审定", "资源配置达标", "四方面达标", `${year - 1}学年初四方面达标`, `规划表 ${year} 年及以前`, "已认定"]}
            rows={rows.map(({ code, name, counties, here, last, due }) => [name, counties, here?.reported ?? 0, here && here.reported > 0 ? here.resourcePassed : "—", moved(here), moved(last), due > 0 ? due : "—", view.recognisedBy.get(code) ?? "—"])} />
        </Card>
        <div className="min-w-0 space-y-4">
          <TrendCard trend={trend} recognised={view.recognised} year={year} />
          <WeaknessCard code={place.code} rows={distributions} before={before} year={year} />
        </div>
      </div>
      {weakest ? <SpreadCard code={place.code} year={year} distributions={distributions} first={`${weakest.stage}.${weakest.indicator}`} /> : null}
    </>
  );
}
