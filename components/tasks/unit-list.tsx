import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import { buttonClass } from "@/components/ui/button";
import type { Place } from "@/lib/divisions/get-place";
import type { FilingRecord } from "@/lib/tasks/list-filings";
import { LIST_STATE_NAME, type ListChange, type ListState } from "@/lib/tasks/list-rules";
import { groupByUnit } from "@/lib/tasks/group-by-unit";
import type { TaskItem } from "@/lib/tasks/load-board";
import { dateText } from "@/lib/time";
import { TaskStateTag } from "./task-state";

const CHANGE = { added: "新增", removed: "移出", changed: "修改" } as const;
const changeText = (change: ListChange) => `${CHANGE[change.change]}“${change.title}”${change.fields.length > 0 ? `的${change.fields.join("、")}` : ""}`;

/** The list by unit, for reading, print and export, and the history of its filings. */
export function UnitList({ place, year, tasks, filings, state }: { place: Place; year: number; tasks: TaskItem[]; filings: FilingRecord[]; state: ListState }) {
  const groups = groupByUnit(tasks);
  return (
    <>
      <Finding tone={state === "filed" ? "pass" : "pending"} sentence={`${place.name} ${year} 年度创建任务清单：${tasks.length} 项任务，${groups.length} 个责任单位，${LIST_STATE_NAME[state]}。`}>
        <span className="no-print mt-2 flex gap-2"><a className={buttonClass("plain")} href={`/d/${place.code}/tasks/export?year=${year}`} download>导出表格</a><PrintButton /></span>
      </Finding>
      {groups.map((group) => (
        <Card key={group.unit} title={group.unit} lead={`牵头 ${group.lead.length} 项，配合 ${group.joint.length} 项`}>
          <DataTable caption={`${group.unit}的任务`} rows={[...group.lead.map((task) => ({ task, share: "牵头" })), ...group.joint.map((task) => ({ task, share: "配合" }))]} rowKey={(row) => `${row.share}-${row.task.id}`} columns={[
            { key: "title", header: "任务", className: "sm:w-1/2", cell: ({ task }) => <Link className="link" href={`/d/${place.code}/tasks/${task.id}`} prefetch={false}>{task.title}</Link> },
            { key: "share", header: "分工", cell: ({ share }) => share },
            { key: "post", header: "责任岗位", cell: ({ task }) => task.leadPost || "—" },
            { key: "due", header: "完成时限", cell: ({ task }) => <span className="tabular-nums">{task.dueOn}</span> },
            { key: "state", header: "状态", cell: ({ task }) => <TaskStateTag state={task.state} overdue={task.overdue} /> },
          ]} />
        </Card>
      ))}
      {filings.length > 0 ? (
        <Card title="备案记录">
          <ol className="space-y-2 text-sm">{filings.map((filing) => (
            <li key={filing.number}><span className="font-medium">{filing.number === 1 ? "首次备案" : `第 ${filing.number - 1} 次变更备案`}</span> {filing.filedAt ? dateText(filing.filedAt) : "办理中"}{filing.state === "filed" ? `，${filing.tasks} 项` : ""}{filing.reason ? `；原因：${filing.reason}` : ""}
              {filing.changes.length > 0 ? <ul className="mt-1 list-disc pl-5 text-muted">{filing.changes.map((change) => <li key={`${change.change}-${change.id}`}>{changeText(change)}</li>)}</ul> : null}</li>
          ))}</ol>
        </Card>
      ) : null}
    </>
  );
}
