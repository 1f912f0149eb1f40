import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { formatCv } from "@/lib/evaluation/format";
import { INDICATORS, STAGE_NAME, STAGES } from "@/lib/standard/indicators";
import { yearName } from "@/lib/results/years";
import type { CountyTimeView } from "@/lib/time-series/load-time";
import type { Range } from "@/lib/time-series/project-county";
import { cvRangeText, projectionTitle, wayText } from "@/lib/time-series/projection-text";
import { PupilsChart } from "./lazy";

type Props = { code: string; goal: CountyTimeView["goal"]; years: CountyTimeView["years"]; projection: CountyTimeView["projection"] };

const people = (range: Range | null): string => (range === null ? "—" : range.low === range.high ? range.low.toLocaleString("zh-CN") : `${range.low.toLocaleString("zh-CN")}—${range.high.toLocaleString("zh-CN")}`);

/** Exactly which openings, closings and buildings are in the figures, and which are not. */
function RosterNotes({ roster, left }: Pick<NonNullable<Props["projection"]>, "roster" | "left">) {
  return (
    <div className="mt-4 grid gap-x-8 gap-y-3 text-sm lg:grid-cols-2">
      <section aria-label="计入的新建和撤并">
        <h3 className="font-semibold">计入的新建和撤并</h3>
        {roster.length === 0 ? <p className="text-muted">没有。</p> : <ul className="list-disc pl-5">{roster.map((one) => <li key={one.name + one.day}>{one.name}（{one.day}）：{one.text}{one.pupils ? `，目标年 ${people(one.pupils)} 人` : ""}。</li>)}</ul>}
      </section>
      <section aria-label="没有计入的项目">
        <h3 className="font-semibold">没有计入的</h3>
        {left.length === 0 ? <p className="text-muted">没有登记在目标年以前而未计入的项目。</p> : <ul className="list-disc pl-5">{left.map((one) => <li key={one.name + one.day}>{one.name}（{one.day}）：{one.why}。</li>)}</ul>}
      </section>
      <p className="text-muted lg:col-span-2">新建学校按学位使用率入学：该学段在校生除以学位供需表中的学位与新增学位之和，不超过坐满；没有供需表的以现有在校生为现有学位。新建学校的教师、校舍和设备没有登记，取标准值和全县平均值两种，区间包括这两种结果。撤并按学校名录登记的停办计入；还没有登记停办的撤并计划、目标年 9 月 1 日以后的新建、撤并和项目，投资额，以及新建学校的教师从何而来不计。</p>
    </div>
  );
}

/** 测算: where the cohorts that are in school lead the county until its target year, as a range. */
export function ProjectionCard({ code, goal, years, projection }: Props) {
  if (!projection) {
    const why = goal ? `目标年 ${goal.targetYear} 年没有晚于最近一个全部审定的年度，或者还没有这样的年度。` : "";
    return <Empty title="暂不测算">{goal ? why : <>确定目标年后，这里测算到目标年的在校生和差异系数。<Link className="link" href={`/d/${code}/plan`} prefetch={false}>规划与目标</Link></>}</Empty>;
  }
  const { from, target, pupils, cvs, roster, left } = projection;
  const ahead = [...new Set(pupils.map(({ year }) => year))];
  const points = [
    ...years.filter((one) => one.year <= from).map((one) => ({ year: one.year, primary: one.whole ? (one.stages.primary?.students ?? null) : null, junior: one.whole ? (one.stages.junior?.students ?? null) : null, primaryRange: null, juniorRange: null })),
    ...ahead.map((year) => { const of = (stage: "primary" | "junior") => { const own = pupils.find((row) => row.year === year && row.stage === stage)?.range; return own ? [own.low, own.high] : null; }; return { year, primary: null, junior: null, primaryRange: of("primary"), juniorRange: of("junior") }; }),
  ];
  return (
    <Card title={`测算：${projectionTitle(projection)}`} lead={wayText(projection)}>
      <PupilsChart label={`${yearName(points[0]?.year ?? from)}至${yearName(target)}在校生，${yearName(from)}以后为测算区间`} points={points} />
      <DataTable caption="在校生测算" rows={ahead} rowKey={String} columns={[
        { key: "year", header: "学年初", cell: (year) => `${yearName(year)}（测算）` },
        ...STAGES.filter((stage) => pupils.some((row) => row.stage === stage)).map((stage) => ({ key: stage, header: STAGE_NAME[stage], unit: "人", numeric: true, cell: (year: number) => people(pupils.find((row) => row.year === year && row.stage === stage)?.range ?? null) })),
      ]} />
      <h3 className="mt-4 mb-1 font-semibold">{yearName(target)}差异系数（测算）</h3>
      <DataTable caption="目标年差异系数测算" rows={cvs} rowKey={(row) => `${row.stage}.${row.key}`} columns={[
        { key: "name", header: "指标", cell: (row) => `${STAGE_NAME[row.stage]}${INDICATORS[row.key].shortName}` },
        { key: "limit", header: "限值", numeric: true, cell: (row) => row.limit.toFixed(2) },
        { key: "now", header: yearName(from), numeric: true, cell: (row) => { const own = years.find((one) => one.year === from)?.stages[row.stage]?.indicators[row.key]; return own?.cv == null ? "—" : formatCv(own.cv, own.cvPass ? undefined : own.cvLimit); } },
        { key: "without", header: "只按现有资源", numeric: true, cell: (row) => cvRangeText(row.without, row.limit) },
        { key: "with", header: "计划全部到位", numeric: true, cell: (row) => cvRangeText(row.with, row.limit) },
      ]} />
      <RosterNotes roster={roster} left={left} />
    </Card>
  );
}
