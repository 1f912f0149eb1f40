import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { BoardPanel } from "@/components/tasks/board-panel";
import { OverviewPanel } from "@/components/tasks/overview-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { levelOf } from "@/lib/divisions/codes";
import { taskFilters } from "@/lib/tasks/filters";
import { loadBoard } from "@/lib/tasks/load-board";
import { loadTaskOverview } from "@/lib/tasks/load-task-overview";

export const metadata: Metadata = { title: "创建任务" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TasksPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, board, overview } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    const year = await yearParam(searchParams);
    const county = levelOf(code) === "county";
    return { actor: reader, board: county ? await loadBoard(reader, code, year) : null, overview: county ? null : await loadTaskOverview(reader, code, year) };
  });
  const view = board ?? overview;
  if (!view) return null;
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="tasks">
      {board ? <BoardPanel board={board} filters={taskFilters(await searchParams)} unit={actor.office.office === "unit" ? (actor.office.unitName ?? "本单位") : null} /> : null}
      {overview ? <OverviewPanel view={overview} /> : null}
    </CountyFrame>
  );
}
