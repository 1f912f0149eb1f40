import type { Metadata } from "next";
import { Board } from "@/components/board/board";
import { Empty } from "@/components/ui/empty";
import { loadPage } from "@/lib/access/load-page";
import { scopeOf } from "@/lib/access/actor";
import { requireAct } from "@/lib/access/session";
import { readBoard } from "@/lib/board/read-board";
import { withScope } from "@/lib/db/with-scope";

export const metadata: Metadata = { title: "大屏" };

type Props = { params: Promise<{ code: string }> };

export default async function BoardPage({ params }: Props) {
  const { code } = await params;
  const { name, view } = await loadPage(async () => {
    const actor = await requireAct("results.read");
    return withScope(scopeOf(actor), (tx) => readBoard(tx, actor, code));
  });
  if (!view) return <main className="p-10"><h1 className="mb-4 text-lg font-semibold">{name}</h1><Empty title="还没有开始填报">有了审定数据后，这里显示大屏。</Empty></main>;
  return <Board code={code} first={view} />;
}
