import type { Metadata } from "next";
import { SpendingPanel } from "@/components/projects/spending-panel";
import { PlanFrame } from "@/components/plans/plan-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSpending } from "@/lib/spending/load-spending";

export const metadata: Metadata = { title: "教育支出" };

export default async function SpendingPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadSpending(reader, code) };
  });
  return (
    <PlanFrame actor={actor} place={view.place} tab="/spending">
      <SpendingPanel view={view} />
    </PlanFrame>
  );
}
