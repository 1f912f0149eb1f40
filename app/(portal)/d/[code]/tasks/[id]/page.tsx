import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { TaskDetail } from "@/components/tasks/task-detail";
import { TaskDefinition } from "@/components/tasks/task-definition";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadTask } from "@/lib/tasks/load-task";
import { shanghaiDay } from "@/lib/time";

export const metadata: Metadata = { title: "创建任务" };

export default async function TaskPage({ params }: { params: Promise<{ code: string; id: string }> }) {
  const { code, id } = await params;
  const { actor, view, place } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    const found = await loadTask(reader, code, id);
    if (!found.place) throw notFoundError();
    return { actor: reader, view: found, place: found.place };
  });
  return (
    <CountyFrame actor={actor} place={place} year={view.task.year} page="tasks">
      <TaskDetail view={view} base={`/d/${code}/tasks`} today={shanghaiDay(new Date())} editor={view.manages ? <TaskDefinition view={view} /> : null} />
    </CountyFrame>
  );
}
