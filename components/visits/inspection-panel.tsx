import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { TaskStateTag } from "@/components/tasks/task-state";
import { dateText } from "@/lib/time";
import type { ComparedTask } from "@/lib/visits/compare-list";
import type { InspectionView } from "@/lib/visits/load-inspection";
import { INSPECTION_NAME, INSPECTION_VERDICTS } from "@/lib/visits/schema";
import { InspectForm } from "./inspect-form";
import { VisitTabs } from "./visit-tabs";

const TONE = { "on-course": "pass", behind: "warn", unmet: "fail" } as const;

function Row({ task, code, year, writes }: { task: ComparedTask; code: string; year: number; writes: boolean }) {
  const { filed, present, altered, notes } = task;
  return (
    <li className="border-b border-line/70 py-3 last:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link className="link" href={`/d/${code}/tasks/${filed.id}`} prefetch={false}>{filed.title}</Link>
        {present ? <TaskStateTag state={present.state} overdue={present.overdue} /> : <StatusTag tone="fail">已不在清单中</StatusTag>}
        {altered.length > 0 ? <StatusTag tone="warn">与备案不符：{altered.join("、")}</StatusTag> : null}
      </div>
      <p className="text-sm text-muted">备案：{filed.leadPost || "未写岗位"}，{filed.dueOn} 前完成{filed.quantity ? `，${filed.quantity}` : ""}{filed.jointUnits.length > 0 ? `；配合 ${filed.jointUnits.join("、")}` : ""}。现在进度 {present ? `${present.state === "done" ? 100 : present.progress}%` : "—"}。</p>
      {notes.length > 0 ? <ul className="mt-1 space-y-1 text-sm">{notes.map((note) => {
        const verdict = INSPECTION_VERDICTS.find((known) => known === note.verdict) ?? "behind";
        return <li key={note.id}><StatusTag tone={TONE[verdict]}>{INSPECTION_NAME[verdict]}</StatusTag> <span className="text-muted tabular-nums">{dateText(note.at)} {note.byName}</span> {note.finding}</li>;
      })}</ul> : null}
      {writes ? <InspectForm divisionCode={code} year={year} taskId={filed.id} title={filed.title} /> : null}
    </li>
  );
}

/** 督查 against the filed list: what each unit had filed, how it stands, what was found. seed: X16 */
export function InspectionPanel({ view }: { view: InspectionView }) {
  const { place, year, filing, comparison, writes } = view;
  if (year === null || !filing || !comparison) return <><Finding tone="warn" sentence={`${place.name}${year === null ? "" : ` ${year} 年度`}任务清单还没有备案，不能对照督查。`} />{year === null ? null : <VisitTabs code={place.code} year={year} current="tasks" />}<Empty title="等待备案">县级教育行政部门在“创建任务”中落实牵头单位并备案后，督导机构在这里逐单位对照。</Empty></>;
  const { units, added, gone } = comparison;
  const tasks = units.flatMap((unit) => unit.tasks);
  const done = units.reduce((sum, unit) => sum + unit.done, 0);
  const overdue = units.reduce((sum, unit) => sum + unit.overdue, 0);
  const altered = tasks.filter((task) => task.altered.length > 0).length;
  return (
    <>
      <Finding tone={overdue > 0 || gone > 0 ? "warn" : "pass"} sentence={`${place.name} ${year} 年度备案任务 ${tasks.length} 项，已完成 ${done} 项${overdue > 0 ? `，逾期 ${overdue} 项` : ""}${altered + gone > 0 ? `；${altered + gone} 项与备案不符` : ""}。`}>
        对照{filing.number === 1 ? "首次备案" : `第 ${filing.number - 1} 次变更备案`}{filing.filedAt ? `（${dateText(filing.filedAt)}）` : ""}{added.length > 0 ? `；另有 ${added.length} 项未备案：${added.slice(0, 3).map((task) => task.title).join("、")}${added.length > 3 ? "等" : ""}` : ""}。
      </Finding>
      <VisitTabs code={place.code} year={year} current="tasks" />
      {units.map((unit) => <Card key={unit.unit} title={unit.unit} lead={`备案 ${unit.tasks.length} 项，完成 ${unit.done} 项${unit.overdue > 0 ? `，逾期 ${unit.overdue} 项` : ""}`}><ul>{unit.tasks.map((task) => <Row key={task.filed.id} task={task} code={place.code} year={year} writes={writes} />)}</ul></Card>)}
    </>
  );
}
