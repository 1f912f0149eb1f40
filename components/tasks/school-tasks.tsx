import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { TaskItem } from "@/lib/tasks/load-board";
import { TaskStateTag } from "./task-state";

/** The tasks that concern a school: what it leads itself, and what is asked of all schools. */
export function SchoolTasks({ school, year, tasks }: { school: { id: string; name: string }; year: number | null; tasks: TaskItem[] }) {
  if (year === null || tasks.length === 0) return <Empty page title="没有与本校有关的任务">县级教育行政部门把任务交给学校，或要求各校参与时，这里列出。</Empty>;
  const own = tasks.filter((task) => task.schoolIds.includes(school.id)).length;
  const late = tasks.filter((task) => task.overdue).length;
  return (
    <>
      <Finding tone={late > 0 ? "warn" : "pending"} sentence={`${school.name} ${year} 年度参与 ${tasks.length} 项创建任务${own > 0 ? `，其中本校牵头 ${own} 项` : ""}${late > 0 ? `；${late} 项逾期` : ""}。`}>在任务中记录本校做法、上传材料；完成由县级教育行政部门核验。</Finding>
      <Card title={`${tasks.length} 项任务`}>
        <DataTable caption="与本校有关的任务" rows={tasks} rowKey={(task) => task.id} columns={[
          { key: "title", header: "任务", className: "sm:w-1/2", cell: (task) => <><Link className="link" href={`/s/${school.id}/tasks/${task.id}`} prefetch={false}>{task.title}</Link><span className="block text-xs text-muted">{task.group}</span></> },
          { key: "share", header: "本校分工", cell: (task) => (task.schoolIds.includes(school.id) ? "牵头" : "参与") },
          { key: "lead", header: "牵头单位", cell: (task) => task.leadUnit || "教育行政部门" },
          { key: "due", header: "完成时限", cell: (task) => <span className="tabular-nums">{task.dueOn}</span> },
          { key: "state", header: "状态", cell: (task) => <TaskStateTag state={task.state} overdue={task.overdue} /> },
        ]} />
      </Card>
    </>
  );
}
