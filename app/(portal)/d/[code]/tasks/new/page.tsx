import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { TaskEditor } from "@/components/tasks/task-editor";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadBoard } from "@/lib/tasks/load-board";

export const metadata: Metadata = { title: "添加本县措施" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewTaskPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, board, year } = await loadPage(async () => {
    const reader = await requireAct("task.manage");
    const found = await loadBoard(reader, code, await yearParam(searchParams));
    if (!found.manages || found.year === null) throw notFoundError();
    return { actor: reader, board: found, year: found.year };
  });
  const groups = [...new Set(board.tasks.filter((task) => task.kind !== "basic").map((task) => task.group))];
  const draft = { title: "", group: "", requirement: "", parentId: null, leadPost: "", leadHolder: "", leadUnitId: null, jointUnitIds: [], allSchools: false, startsOn: `${year}-01-01`, dueOn: `${year}-12-31`, recurrence: "once", weight: 1, quantityTarget: null, quantityUnit: null, outputs: "" };
  return (
    <CountyFrame actor={actor} place={board.place} year={year} page="tasks">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">添加 {year} 年度的本县措施</h1><p className="text-sm text-muted">可以挂在国家、省、市任务之下，作为它的本县做法。</p></section>
      <Card title="任务内容">
        <TaskEditor target={{ divisionCode: code, year }} draft={draft} official={false} units={board.units} parents={board.tasks.filter((task) => task.parentId === null).map(({ id, title }) => ({ id, title }))} groups={groups} />
      </Card>
    </CountyFrame>
  );
}
