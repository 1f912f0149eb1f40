import { FigureTable } from "@/components/charts/figure-table";
import { TrendChart } from "@/components/charts/lazy";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { areaFinding } from "@/lib/findings/headline";
import type { NationOverviewView } from "@/lib/results/load-nation-overview";
import type { TrendYear } from "@/lib/results/trend";
import { yearName } from "@/lib/results/years";
import { FindingList } from "./finding-list";
import { SpreadCard } from "./spread-card";
import { TileGrid } from "./tile-grid";
import { WeaknessCard, weakestOf } from "./weakness-card";

function Trend({ trend, year }: { trend: TrendYear[]; year: number }) {
  const here = trend.find((one) => one.year === year);
  if (!here) return null;
  const title = here.met === null ? `规划表到 ${year} 年累计列入 ${here.planned} 个县` : `${yearName(year)}达到标准 ${here.met} 个县，规划表到 ${year} 年累计列入 ${here.planned} 个县`;
  return (
    <Card title={title} lead="达到标准按各县学年初审定数据统计，不是认定，认定结果由国家公布；规划表按申报年累计，含填报中的。">
      <TrendChart label={title} points={trend} />
      <FigureTable caption="达到标准的县和规划表" head={["年份", "完成审定的县", "达到标准的县", "规划表累计列入"]} rows={trend.map((one) => [`${one.year} 年`, one.met === null ? "—" : one.reported, one.met ?? "—", one.planned])} />
    </Card>
  );
}

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
      <Finding tone={headline.tone} sentence={headline.text} />
      <FindingList findings={findings} />
      <div className="grid gap-4 xl:grid-cols-2">
        <Card title={`${now.reported.toLocaleString("zh-CN")} 个完成审定的县级单位中，${now.compliant.toLocaleString("zh-CN")} 个达到标准（按审定数据）`} lead="点方格查看该省。">
          <TileGrid figures={figures} year={year} />
          <FigureTable caption="各省级单位" links={rows.map((row) => `/d/${row.code}/overview?year=${year}`)} head={["省级单位", "县级单位", "完成审定", "资源配置达标", "四方面达标", `${year - 1}学年初四方面达标`, `规划表 ${year} 年及以前`]}
            rows={rows.map(({ name, counties, here, last, due }) => [name, counties, here?.reported ?? 0, here && here.reported > 0 ? here.resourcePassed : "—", moved(here), moved(last), due > 0 ? due : "—"])} />
        </Card>
        <div className="min-w-0 space-y-4">
          <Trend trend={trend} year={year} />
          <WeaknessCard rows={distributions} before={before} year={year} />
        </div>
      </div>
      {weakest ? <SpreadCard distributions={distributions} first={`${weakest.stage}.${weakest.indicator}`} /> : null}
    </>
  );
}
