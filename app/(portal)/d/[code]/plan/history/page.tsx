import type { Metadata } from "next";
import { HistoryPanel } from "@/components/plans/history-panel";
import { PlanFrame } from "@/components/plans/plan-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadPlanHistory } from "@/lib/plans/load-plan";

export const metadata: Metadata = { title: "规划表变更记录" };

export default async function HistoryPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadPlanHistory(reader, code) };
  });
  return (
    <PlanFrame actor={actor} place={view.place} tab="/history">
      <HistoryPanel place={view.place} changes={view.changes} />
    </PlanFrame>
  );
}
