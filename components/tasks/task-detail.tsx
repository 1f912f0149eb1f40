import Link from "next/link";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { TaskView } from "@/lib/tasks/load-task";
import { TASK_ACT_KEYS, TASK_ACTS, TASK_LEVEL_NAME, TASK_LEVELS, TASK_STATE_TONE, TASK_STATE_NAME, daysLeft, isTaskState, roundsOf } from "@/lib/tasks/rules";
import { progressText } from "@/lib/tasks/summarise";
import { dateTimeText } from "@/lib/time";
import { RemindButton } from "./remind-button";
import { TaskActs } from "./task-acts";
import { TaskStateTag } from "./task-state";

const ACT_NAME: Record<string, string> = { create: "加入清单", change: "修改", ...Object.fromEntries(TASK_ACT_KEYS.map((act) => [act, TASK_ACTS[act].label])) };
const levelName = (text: string) => TASK_LEVEL_NAME[TASK_LEVELS.find((level) => level === text) ?? "county"];

function sentenceOf({ task, overdue }: TaskView, today: string): string {
  const left = daysLeft(task.dueOn, today);
  const when = task.state === "done" ? "" : overdue ? `，已逾期 ${-left} 天` : left <= 30 ? `，还有 ${left} 天到期` : `，${task.dueOn} 前完成`;
  return `${task.title}：${TASK_STATE_NAME[task.state]}${when}。`;
}

/** One task whole: what it asks, the live figures, what may be done, evidence, and its log. */
export function TaskDetail({ view, base, today, editor }: { view: TaskView; base: string; today: string; editor: React.ReactNode }) {
  const { task, measured, units, events } = view;
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name;
  const rounds = roundsOf(task.recurrence);
  const facts: [string, React.ReactNode][] = [
    ["来源", `${levelName(task.level)} · ${task.group}`],
    ["牵头单位", nameOf(task.leadUnitId) ?? "教育行政部门"],
    ["责任岗位", task.leadPost ? `${task.leadPost}${task.leadHolder ? `（现任 ${task.leadHolder}）` : ""}` : "未填写"],
    ["配合单位", [...task.jointUnitIds.flatMap((id) => nameOf(id) ?? []), ...(task.allSchools ? ["各义务教育学校"] : [])].join("、") || "无"],
    ["起止", `${task.startsOn} 至 ${task.dueOn}`],
    ["权重", String(task.weight)],
    ...(rounds > 1 ? [["频次", `每年 ${rounds} 次，已完成 ${task.roundsDone} 次`] as [string, React.ReactNode]] : []),
    ...(task.quantityTarget ? [["数量", `${task.quantityActual ?? "未填"}／${task.quantityTarget}${task.quantityUnit ?? ""}`] as [string, React.ReactNode]] : []),
    ...(task.outputs ? [["成果文件", task.outputs] as [string, React.ReactNode]] : []),
    ...(task.reason ? [["最近一次原因", task.reason] as [string, React.ReactNode]] : []),
  ];
  return (
    <>
      <Finding tone={view.overdue ? "fail" : TASK_STATE_TONE[task.state]} sentence={sentenceOf(view, today)}>
        <span className="flex flex-wrap items-center gap-2"><TaskStateTag state={task.state} overdue={view.overdue} />{measured.length === 0 ? <span>进度 {progressText(task.state === "done" ? 100 : task.progress)}</span> : null}
          {view.parent ? <span>属于 <Link className="link" href={`${base}/${view.parent.id}`}>{view.parent.title}</Link></span> : null}{view.manages && task.state !== "done" ? <span className="no-print"><RemindButton taskId={task.id} /></span> : null}</span>
      </Finding>
      {measured.length > 0 ? (
        <Card title="可衡量的部分" lead="由平台按本年度审定数据计算，不需填写。">
          <ul className="space-y-2 text-sm">{measured.map((part) => <li key={part.key} className="flex flex-wrap items-baseline gap-2"><StatusTag tone={part.met === null ? "neutral" : part.met ? "pass" : "fail"}>{part.met === null ? "尚无结论" : part.met ? "达到" : "未达到"}</StatusTag><span className="font-medium">{part.label}</span><span>{part.text}</span><span className="text-muted">目标：{part.goal}</span></li>)}</ul>
        </Card>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="任务内容">
          {task.requirement ? <p className="mb-3 text-sm whitespace-pre-line">{task.requirement}</p> : null}
          <dl className="grid grid-cols-[6rem_1fr] gap-y-1.5 text-sm">{facts.map(([label, value]) => <div key={label} className="contents"><dt className="text-muted">{label}</dt><dd>{value}</dd></div>)}</dl>
          {view.children.length > 0 ? <><h3 className="mt-4 mb-1 font-semibold">下级任务</h3><ul className="space-y-1 text-sm">{view.children.map((child) => <li key={child.id} className="flex items-baseline gap-2"><Link className="link" href={`${base}/${child.id}`}>{child.title}</Link>{isTaskState(child.state) ? <TaskStateTag state={child.state} overdue={false} /> : null}</li>)}</ul></> : null}
        </Card>
        <div className="space-y-4">
          <TaskActs key={task.version} task={task} acts={view.acts} role={view.role} measured={measured.length > 0} />
          <Card title="佐证材料和成果文件">
            {view.mayAttach ? <EvidenceField subject={{ entity: "task", entityId: task.id, item: "evidence" }} title={task.title} files={view.evidence} /> : view.evidence.length > 0 ? <EvidenceLinks files={view.evidence} /> : <p className="text-sm text-muted">还没有材料。</p>}
          </Card>
        </div>
      </div>
      {view.borrowed ? (
        <Card title={view.borrowed.length > 0 ? `借鉴的典型经验 ${view.borrowed.length} 篇` : "典型经验"} lead="从经验库选择可借鉴的做法，用于这项任务。">
          {view.borrowed.length > 0 ? <ul className="mb-2 space-y-1 text-sm">{view.borrowed.map((one) => <li key={one.experienceId}><Link className="link" href={`/d/${task.divisionCode}/experiences/${one.experienceId}`} prefetch={false}>{one.title}</Link> <span className="text-muted">{one.place}{one.note ? ` · ${one.note}` : ""}</span></li>)}</ul> : null}
          <Link className="link no-print text-sm" href={`/d/${task.divisionCode}/experiences${task.templateId?.startsWith("breakthrough-") ? `?item=${task.templateId}` : ""}`} prefetch={false}>查找同类经验</Link>
        </Card>
      ) : null}
      <Card title={`办理记录 ${events.length} 条`}>
        {events.length === 0 ? <p className="text-sm text-muted">还没有办理记录。</p> : (
          <ol className="space-y-2 text-sm">{events.map((event) => <li key={event.id} className="border-l-2 border-line pl-3"><span className="text-muted tabular-nums">{dateTimeText(event.at)}</span> {event.byName} <span className="font-medium">{ACT_NAME[event.act] ?? "办理"}</span>{event.progress === null ? null : <span className="text-muted"> 进度 {event.progress}%</span>}{event.text ? <p className="whitespace-pre-line">{event.text}</p> : null}</li>)}</ol>
        )}
      </Card>
      {editor}
    </>
  );
}
