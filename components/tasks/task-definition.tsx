import { Card } from "@/components/ui/card";
import type { TaskView } from "@/lib/tasks/load-task";
import { DropTask } from "./drop-task";
import { TaskEditor } from "./task-editor";

/** For the bureau: change what defines the task, or why that is frozen now. */
export function TaskDefinition({ view }: { view: TaskView }) {
  const { task, units, parents, frozen } = view;
  if (frozen) return <Card title="修改任务"><p className="text-sm text-muted">{frozen}</p></Card>;
  return (
    <Card title="修改任务">
      <TaskEditor key={task.version} target={{ taskId: task.id, version: task.version }} draft={task} official={task.templateId !== null} units={units} parents={parents} groups={[]} />
      {task.templateId === null ? <DropTask taskId={task.id} version={task.version} title={task.title} /> : null}
    </Card>
  );
}
