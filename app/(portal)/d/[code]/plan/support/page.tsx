import type { Metadata } from "next";
import { SupportPanel } from "@/components/plans/support-panel";
import { PlanFrame } from "@/components/plans/plan-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadSupport } from "@/lib/plans/load-support";

export const metadata: Metadata = { title: "重点支持与研讨观摩" };

export default async function SupportPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadSupport(reader, code) };
  });
  return (
    <PlanFrame actor={actor} place={view.place} tab="/support">
      <SupportPanel view={view} />
    </PlanFrame>
  );
}
