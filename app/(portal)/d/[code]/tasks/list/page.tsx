import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { UnitList } from "@/components/tasks/unit-list";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { loadBoard } from "@/lib/tasks/load-board";
import { listFilings } from "@/lib/tasks/list-filings";

export const metadata: Metadata = { title: "任务清单" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TaskListPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, board, year, filings } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    const found = await loadBoard(reader, code, await yearParam(searchParams));
    if (found.year === null) throw notFoundError();
    return { actor: reader, board: found, year: found.year, filings: await listFilings(reader, code, found.year) };
  });
  return (
    <CountyFrame actor={actor} place={board.place} year={year} page="tasks">
      <UnitList place={board.place} year={year} tasks={board.tasks} filings={filings} state={board.list?.state ?? "draft"} />
    </CountyFrame>
  );
}
