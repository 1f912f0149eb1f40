import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { ConditionsView, PlanRow } from "@/lib/conditions/load-conditions";
import { HUGE_CLASS, LARGE_CLASS, SAFETY, planByYear, type Conditions } from "@/lib/conditions/rollup";
import { TraceLink } from "@/components/trace/trace-link";
import { yearName } from "@/lib/results/years";
import { STAGES, STAGE_NAME, type Stage } from "@/lib/standard/indicators";
import { countTrace } from "@/lib/trace/keys";
import { PlanForm } from "./plan-form";

type Kind = "class" | "size" | "empty";
const KIND_NAME: Record<Kind, string> = { class: "超标准班额", size: "大校额", empty: "空壳学校" };

/** The school's year and measure: to change for the bureau, else to read. */
function planColumn<Row extends { id: string; name: string }>(view: ConditionsView, kind: Kind): Column<Row> {
  const plans = new Map(view.plans.filter((plan) => plan.kind === kind).map((plan) => [plan.schoolId, plan]));
  const shown = (plan: PlanRow | undefined) => (plan ? <>{plan.plannedYear} 年{plan.measure ? `，${plan.measure}` : ""}</> : <span className="text-warn">未列入</span>);
  return {
    key: "plan", header: "消除计划",
    cell: (row) => {
      const plan = plans.get(row.id);
      return view.manages ? <PlanForm key={plan?.version ?? 0} divisionCode={view.place.code} schoolId={row.id} schoolName={row.name} kind={kind} year={plan?.plannedYear ?? null} measure={plan?.measure ?? ""} version={plan?.version ?? 0} /> : shown(plan);
    },
  };
}

function yearsText(view: ConditionsView, kind: Kind, ids: string[]): string {
  const { years, unplanned } = planByYear(ids, new Map(view.plans.filter((plan) => plan.kind === kind).map((plan) => [plan.schoolId, plan.plannedYear])));
  return [...years.map((entry) => `${entry.year} 年 ${entry.schools} 所`), ...(unplanned > 0 ? [`未列入计划 ${unplanned} 所`] : [])].join("，");
}

const name = <Row extends { id: string; name: string }>(): Column<Row> => ({ key: "name", header: "学校", cell: (row) => <Link className="link" href={`/s/${row.id}/overview`} prefetch={false}>{row.name}</Link> });

function sentenceOf(place: string, year: number, { crowded, oversized, safety }: Conditions): string {
  const unsafe = new Set(safety.flatMap((item) => item.failing.map((school) => school.id))).size;
  return `${place}${yearName(year)}：${crowded.length === 0 ? "没有超标准班额" : `${crowded.length} 所学校有超标准班额`}，${oversized.length === 0 ? "没有大校额" : `${oversized.length} 所大校额`}；${unsafe === 0 ? "校园安全“四个100%”没有学校填报未落实" : `${unsafe} 所学校的校园安全“四个100%”未全部落实`}。`;
}

/** Class and school sizes, safety, counsellors, interactive rooms: what the county's documents ask beyond the seven indicators. */
export function ConditionsPanel({ view }: { view: ConditionsView }) {
  const { conditions, year, place } = view;
  if (year === null || !conditions) return <Empty page title="还没有审定数据">学校自评审定后，这里汇总班额、校额、校园安全等情况。</Empty>;
  const { classes, crowded, oversized, empty, safety, twoKinds, counsellors, interactiveRooms, privateShare } = conditions;
  const traced = (stage: Stage, figure: number) => <TraceLink href={countTrace(place.code, year, { count: "classes", stage })}>{figure.toLocaleString("zh-CN")}</TraceLink>;
  const bad = crowded.length + oversized.length > 0;
  return (
    <>
      <Finding tone={bad ? "warn" : "pass"} sentence={sentenceOf(place.name, year, conditions)}>按审定数据汇总 {conditions.schools} 所学校{view.expected > conditions.schools ? `（应报 ${view.expected} 所，其余尚未审定，未计入）` : ""}。</Finding>
      <Card title={crowded.length === 0 ? "没有超标准班额" : `${crowded.length} 所学校有超标准班额`} lead={crowded.length > 0 ? `消除计划：${yearsText(view, "class", crowded.map((row) => row.id))}` : undefined}>
        <DataTable caption="班额" rows={STAGES.map((stage) => ({ stage, ...classes[stage] }))} rowKey={(row) => row.stage} columns={[
          { key: "stage", header: "学段", cell: (row) => STAGE_NAME[row.stage] },
          { key: "classes", header: "班级", numeric: true, cell: (row) => traced(row.stage, row.classes) },
          { key: "over", header: "超标准班额", numeric: true, cell: (row) => traced(row.stage, row.over) },
          { key: "large", header: `大班额（${LARGE_CLASS} 人及以上）`, numeric: true, cell: (row) => traced(row.stage, row.large) },
          { key: "huge", header: `超大班额（${HUGE_CLASS} 人及以上）`, numeric: true, cell: (row) => traced(row.stage, row.huge) },
        ]} />
        {crowded.length > 0 ? <div className="mt-5"><DataTable caption="有超标准班额的学校" rows={crowded} rowKey={(row) => row.id} columns={[
          name(), { key: "over", header: "超标准", numeric: true, cell: (row) => row.over }, { key: "large", header: "大班额", numeric: true, cell: (row) => row.large }, { key: "huge", header: "超大班额", numeric: true, cell: (row) => row.huge }, { key: "most", header: "最大班", numeric: true, cell: (row) => `${row.most} 人` }, planColumn(view, "class"),
        ]} /></div> : null}
      </Card>
      {oversized.length > 0 ? <Card title={`${oversized.length} 所${KIND_NAME.size}`} lead={`消除计划：${yearsText(view, "size", oversized.map((row) => row.id))}`}>
        <DataTable caption="大校额" rows={oversized} rowKey={(row) => row.id} columns={[name(), { key: "students", header: "在校生", numeric: true, cell: (row) => <TraceLink href={countTrace(place.code, year, { count: "size" })}>{row.students.toLocaleString("zh-CN")}</TraceLink> }, { key: "limit", header: "上限", numeric: true, cell: (row) => row.limit.toLocaleString("zh-CN") }, planColumn(view, "size")]} />
      </Card> : null}
      {empty.length > 0 ? <Card title={`${empty.length} 所${KIND_NAME.empty}`} lead={`规划期内无恢复可能的应予清理：${yearsText(view, "empty", empty.map((row) => row.id))}`}>
        <DataTable caption="空壳学校" rows={empty} rowKey={(row) => row.id} columns={[name(), planColumn(view, "empty")]} />
      </Card> : null}
      <Card title="校园安全“四个100%”">
        <DataTable caption="校园安全" rows={safety} rowKey={(row) => row.key} columns={[
          { key: "item", header: "项目", cell: (row) => SAFETY[row.key] },
          { key: "met", header: "已落实", numeric: true, cell: (row) => `${row.met}／${conditions.schools}` },
          { key: "state", header: "结论", cell: (row) => <StatusTag tone={row.met === conditions.schools ? "pass" : row.failing.length > 0 ? "fail" : "neutral"}>{row.met === conditions.schools ? "达到100%" : row.failing.length > 0 ? "未达到" : "未填全"}</StatusTag> },
          { key: "failing", header: "未落实的学校", cell: (row) => (row.failing.length === 0 ? "—" : row.failing.map((school, at) => <span key={school.id}>{at > 0 ? "、" : ""}<Link className="link" href={`/s/${school.id}/overview`} prefetch={false}>{school.name}</Link></span>)) },
        ]} />
      </Card>
      <Card title="心理健康教师、互动教室和办学结构">
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
          <div><dt className="text-muted">专职心理健康教育教师</dt><dd>{counsellors.total} 人；{counsellors.schoolsWithout} 所学校没有{counsellors.unknown > 0 ? `，${counsellors.unknown} 所未填` : ""}</dd></div>
          {twoKinds.map((entry) => <div key={entry.kind}><dt className="text-muted">{entry.kind === "small" ? "乡村小规模学校（不足 100 人）" : "乡村寄宿制学校"}配备专职心理教师</dt><dd>{entry.withCounsellor}／{entry.schools} 所{entry.without.length > 0 ? `；未配备：${entry.without.map((school) => school.name).join("、")}` : ""}</dd></div>)}
          <div><dt className="text-muted">“互联网＋教育”互动教室</dt><dd>{interactiveRooms.total} 间{interactiveRooms.unknown > 0 ? `（${interactiveRooms.unknown} 所未填，未计入）` : ""}</dd></div>
          <div><dt className="text-muted">民办学校义务教育在校生</dt><dd>{privateShare.pupils.toLocaleString("zh-CN")}／{privateShare.all.toLocaleString("zh-CN")} 人</dd></div>
        </dl>
      </Card>
    </>
  );
}
