import type { Metadata } from "next";
import { PlanFrame } from "@/components/plans/plan-frame";
import { SharesPanel } from "@/components/plans/shares-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadShares } from "@/lib/plans/load-plan";

export const metadata: Metadata = { title: "分年度目标与进展" };

export default async function SharesPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadShares(reader, code) };
  });
  return (
    <PlanFrame actor={actor} place={view.place} tab="/shares">
      <SharesPanel view={view} />
    </PlanFrame>
  );
}
