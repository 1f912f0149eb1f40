import type { Metadata } from "next";
import { SchoolPage } from "@/components/schools/school-page";
import { TaskDetail } from "@/components/tasks/task-detail";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadSchool } from "@/lib/schools/load-school";
import { loadTask } from "@/lib/tasks/load-task";
import { shanghaiDay } from "@/lib/time";

export const metadata: Metadata = { title: "创建任务" };

export default async function SchoolTaskPage({ params }: { params: Promise<{ id: string; task: string }> }) {
  const { id, task } = await params;
  const { actor, school, view } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    const { school: found } = await loadSchool(reader, id, undefined);
    const shown = await loadTask(reader, null, task);
    if (!shown.task.allSchools && !shown.task.schoolIds.includes(found.id)) throw notFoundError();
    return { actor: reader, school: found, view: shown };
  });
  return (
    <SchoolPage actor={actor} school={school} year={view.task.year} page="tasks">
      <TaskDetail view={view} base={`/s/${id}/tasks`} today={shanghaiDay(new Date())} editor={null} />
    </SchoolPage>
  );
}
