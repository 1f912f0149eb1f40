"use client";

import Link from "next/link";
import { useState } from "react";
import { DataTable } from "@/components/ui/data-table";
import type { TaskItem } from "@/lib/tasks/load-board";
import { progressText } from "@/lib/tasks/summarise";
import { BulkAssign } from "./bulk-assign";
import { ProgressBar } from "./progress-bar";
import { TaskStateTag } from "./task-state";

type Props = { code: string; tasks: TaskItem[]; units: { id: string; name: string }[]; mayAssign: boolean };

/** The tasks as a table, group by group in the order of the catalogue; the bureau chooses several and assigns them at once. */
export function TaskTable({ code, tasks, units, mayAssign }: Props) {
  const [chosen, setChosen] = useState<string[]>([]);
  const toggle = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <div className="space-y-3">
      {mayAssign ? <BulkAssign code={code} chosen={chosen} units={units} all={tasks.map((task) => task.id)} onChoose={setChosen} /> : null}
      <DataTable caption="任务清单" rows={tasks} rowKey={(task) => task.id} columns={[
        { key: "title", header: "任务", className: "sm:w-2/5", cell: (task) => (
          <span className="flex gap-2">
            {mayAssign ? <input type="checkbox" checked={chosen.includes(task.id)} aria-label={`选择“${task.title}”`} onChange={() => toggle(task.id)} /> : null}
            <span>{task.parentId ? <span aria-hidden className="text-muted">└ </span> : null}<Link className="link" href={`/d/${code}/tasks/${task.id}`} prefetch={false}>{task.title}</Link><span className="block text-xs text-muted">{task.group}</span></span>
          </span>
        ) },
        { key: "lead", header: "牵头", cell: (task) => <>{task.leadUnit || <span className="text-warn">未落实</span>}{task.leadPost ? <span className="block text-xs text-muted">{task.leadPost}</span> : null}</> },
        { key: "joint", header: "配合", cell: (task) => <span className="text-muted">{[...task.jointUnits, ...(task.allSchools ? ["各义务教育学校"] : [])].join("、") || "—"}</span> },
        { key: "due", header: "完成时限", cell: (task) => <span className="tabular-nums whitespace-nowrap">{task.dueOn}</span> },
        { key: "progress", header: "进度", cell: (task) => (task.measures.length > 0 ? <span className="text-muted">按平台数据</span> : <ProgressBar percent={task.state === "done" ? 100 : task.progress} text={progressText(task.state === "done" ? 100 : task.progress)} />) },
        { key: "state", header: "状态", cell: (task) => <TaskStateTag state={task.state} overdue={task.overdue} /> },
      ]} />
    </div>
  );
}
