import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { filterTasks, type TaskFilters } from "@/lib/tasks/filters";
import type { TaskBoard } from "@/lib/tasks/load-board";
import { summariseTasks } from "@/lib/tasks/summarise";
import { ListBar } from "./list-bar";
import { TaskColumns } from "./task-columns";
import { TaskFilterBar } from "./task-filters";
import { TaskTable } from "./task-table";
import { TaskTimeline } from "./task-timeline";

/** A county's tasks of a year: the finding, the list's standing, and the tasks as table, board or time line. */
export function BoardPanel({ board, filters, unit }: { board: TaskBoard; filters: TaskFilters; unit: string | null }) {
  const { place, year, units, today, list } = board;
  if (year === null || !list) return <Empty page title="还没有任务清单">县级教育行政部门开启年度填报后，国家和省、市布置的任务自动进入清单。</Empty>;
  const tasks = filterTasks(board.tasks, filters, units.find((one) => one.id === filters.unit)?.name);
  const { sentence, tone } = summariseTasks(unit ? `${unit}参与的` : place.name, year, board.tasks);
  return (
    <>
      <Finding tone={tone} sentence={sentence}>基本任务、攻坚清单来自教基厅函〔2021〕43号，省、市布置的任务自动进入清单；本县可添加措施。</Finding>
      {unit ? null : <ListBar code={place.code} year={year} state={list.state} number={list.number} manages={board.manages} />}
      <TaskFilterBar path={`/d/${place.code}/tasks`} year={year} filters={filters} units={units} mine={board.tasks.some((task) => task.role === "lead" || task.role === "joint")} />
      {tasks.length === 0 ? <Empty title="没有符合条件的任务">换一个筛选条件试试。</Empty> : null}
      {tasks.length > 0 && filters.view === "board" ? <TaskColumns code={place.code} tasks={tasks} /> : null}
      {tasks.length > 0 && filters.view !== "board" ? (
        <Card title={`${tasks.length} 项任务`}>
          {filters.view === "timeline" ? <TaskTimeline code={place.code} year={year} today={today} tasks={tasks} /> : <TaskTable code={place.code} tasks={tasks} units={units} mayAssign={board.manages && list.state !== "filed"} />}
        </Card>
      ) : null}
    </>
  );
}
