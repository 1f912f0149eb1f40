import { FigureTable } from "@/components/charts/figure-table";
import { TrendChart } from "@/components/charts/lazy";
import { Card } from "@/components/ui/card";
import { RECOGNISED_BASIS, type TrendYear } from "@/lib/results/trend";
import { yearName } from "@/lib/results/years";

const n = (value: number) => value.toLocaleString("zh-CN");

/** By year: counties that are recognised, those that meet the standard by data, and those that the plans name; three things that are not one another. */
export function TrendCard({ trend, recognised, year }: { trend: TrendYear[]; recognised: number | null; year: number }) {
  const here = trend.find((one) => one.year === year);
  if (!here) return null;
  const parts = [
    recognised === null ? "本平台还没有国家认定的记录" : `已认定 ${n(recognised)} 个县`,
    ...(here.met === null ? [] : [`${yearName(year)}数据达到标准 ${n(here.met)} 个`]),
    `规划表到 ${year} 年累计列入 ${n(here.planned)} 个`,
  ];
  const title = parts.join("，");
  return (
    <Card title={title} lead={`${RECOGNISED_BASIS}，以公布日期计入年份。达到标准按各县学年初审定数据统计，不是认定。规划表按申报年累计，含填报中的。`}>
      <TrendChart label={title} points={trend} />
      <FigureTable caption="认定、达到标准的县和规划表" head={["年份", "已认定（年末累计）", "完成审定的县", "达到标准的县", "规划表累计列入"]} rows={trend.map((one) => [`${one.year} 年`, one.recognised ?? "—", one.met === null ? "—" : one.reported, one.met ?? "—", one.planned])} />
    </Card>
  );
}
