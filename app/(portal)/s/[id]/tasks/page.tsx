import type { Metadata } from "next";
import { SchoolPage } from "@/components/schools/school-page";
import { YearSwitch } from "@/components/shell/year-switch";
import { SchoolTasks } from "@/components/tasks/school-tasks";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadSchool } from "@/lib/schools/load-school";
import { listSchoolTasks } from "@/lib/tasks/list-school-tasks";

export const metadata: Metadata = { title: "创建任务" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolTasksPage({ params, searchParams }: Props) {
  const { actor, view, year, tasks } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    const asked = await yearParam(searchParams);
    const found = await loadSchool(reader, (await params).id, asked);
    const chosen = asked ?? found.years[0]?.year ?? null;
    return { actor: reader, view: found, year: chosen, tasks: chosen === null ? [] : await listSchoolTasks(reader, found.school, chosen) };
  });
  return (
    <SchoolPage actor={actor} school={view.school} year={year} page="tasks" tools={<YearSwitch path={`/s/${view.school.id}/tasks`} years={view.years} chosen={year} />}>
      <SchoolTasks school={view.school} year={year} tasks={tasks} />
    </SchoolPage>
  );
}
