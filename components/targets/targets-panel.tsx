import { TraceLink } from "@/components/trace/trace-link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { CountyTarget } from "@/lib/targets/list-targets";
import type { GoalView, TargetsView } from "@/lib/targets/load-targets";
import { OUTCOME_NAME, OUTCOME_TONE, PROGRESS_NAME, PROGRESS_TONE } from "@/lib/targets/rules";
import { sectionsTrace } from "@/lib/trace/keys";
import { GoalForm } from "./goal-form";
import { StageForm } from "./stage-form";
import { StageTimeline } from "./stage-timeline";
import { TargetForm } from "./target-form";

function countdown(goal: GoalView, met: boolean): string {
  if (met) return "审定数据已达到标准";
  if (goal.daysLeft >= 0) return `距目标年年底还有 ${goal.daysLeft.toLocaleString("zh-CN")} 天`;
  return goal.draft ? "目标年已过；依据是征求意见稿，不计逾期" : `目标年已过 ${(-goal.daysLeft).toLocaleString("zh-CN")} 天`;
}

/** A county's target year, stages, yearly targets against computed figures, and how it stands to its plan. */
export function TargetsPanel({ view }: { view: TargetsView }) {
  const { place, goal, stages, targets, standing, today, manages } = view;
  const met = standing.progress === "met";
  const lead = goal ? `${place.name}目标年 ${goal.targetYear}：${countdown(goal, met)}` : `${place.name}还没有填写目标年`;
  const why = standing.progress === "behind" ? `进度滞后，${standing.reasons[0]}${standing.reasons.length > 1 ? `等 ${standing.reasons.length} 条` : ""}` : PROGRESS_NAME[standing.progress];
  const thisYear = Number(today.slice(0, 4));
  return (
    <>
      <Finding tone={PROGRESS_TONE[standing.progress]} sentence={`${lead}；${met ? "达到标准（按审定数据）" : why}。`}>
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
          <dt>依据</dt><dd>{goal ? `${goal.source}${goal.draft ? "（征求意见稿）" : ""}` : "—"}</dd>
          <dt>规划表申报年</dt><dd>{standing.planYear === null ? "未列入" : `${standing.planYear} 年（申报年，不是认定年）`}</dd>
          <dt>学校（部）达标</dt><dd>{standing.latest ? <><TraceLink href={sectionsTrace(place.code, standing.latest.year)}>{standing.latest.text}</TraceLink>（{standing.latest.year}学年初审定数据）</> : "没有完整的审定数据"}</dd>
          <dt>进度测算</dt><dd>{standing.forecast === null ? "不足两个完整年度，或近年没有提高，不作测算" : `按近年进度 ${standing.forecast} 年校校达标（测算，不是结论）`}</dd>
        </dl>
        {manages ? <GoalForm key={goal?.version ?? 0} divisionCode={place.code} goal={goal} /> : null}
      </Finding>
      {standing.reasons.length > 0 ? (
        <Card title={standing.progress === "behind" ? `进度滞后的表现 ${standing.reasons.length} 条` : "还缺什么"} lead="测算按审定数据的年度变化外推，只作提醒，不是结论。">
          <ul className="list-disc space-y-1 pl-5 text-sm">{standing.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
        </Card>
      ) : null}
      <Card title="年度目标与实际" lead="实际由平台按当年学年初审定数据计算，不需填写；数据不全的不作结论。">
        {targets.length === 0 ? <Empty title="还没有年度目标">县级教育行政部门可按年度设定达标学校数、差异系数和社会认可度的目标。</Empty> : (
          <DataTable caption="年度目标与实际" rows={targets} rowKey={(row) => `${row.year}-${row.measure}`} columns={[
            { key: "measure", header: "目标", cell: (row) => `${row.year} 年 ${row.label}` },
            { key: "target", header: "目标值", numeric: true, cell: (row) => `${row.direction === "atLeast" ? "≥" : "≤"} ${row.targetText}` },
            { key: "actual", header: "实际", numeric: true, cell: (row) => row.actualText },
            { key: "outcome", header: "结论", cell: (row) => <StatusTag tone={OUTCOME_TONE[row.outcome]}>{OUTCOME_NAME[row.outcome]}</StatusTag> },
            ...(manages ? [{ key: "act", header: "操作", cell: (row: CountyTarget) => <TargetForm key={row.version} divisionCode={place.code} year={row.year} target={row} /> }] : []),
          ]} />
        )}
        {manages ? <div className="mt-3"><TargetForm key={targets.length} divisionCode={place.code} year={thisYear} target={null} /></div> : null}
      </Card>
      <Card title="分阶段计划">
        {stages.length === 0 ? <Empty title="还没有分阶段计划">县级教育行政部门按实施方案填写阶段和节点。</Empty> : <StageTimeline code={place.code} stages={stages} today={today} manages={manages} />}
        {manages ? <div className="mt-3"><StageForm key={stages.length} divisionCode={place.code} stage={null} /></div> : null}
      </Card>
    </>
  );
}
