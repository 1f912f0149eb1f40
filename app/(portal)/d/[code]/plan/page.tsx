import type { Metadata } from "next";
import { PlanPanel } from "@/components/plans/plan-panel";
import { PlanFrame } from "@/components/plans/plan-frame";
import { SharesPanel } from "@/components/plans/shares-panel";
import { TargetsPanel } from "@/components/targets/targets-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { levelOf } from "@/lib/divisions/codes";
import { loadPlan, loadShares } from "@/lib/plans/load-plan";
import { loadTargets } from "@/lib/targets/load-targets";

export const metadata: Metadata = { title: "规划与目标" };

export default async function PlanPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, shares, plan, targets } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    const level = levelOf(code);
    return {
      actor: reader,
      shares: level === "nation" ? await loadShares(reader, code) : null,
      targets: level === "county" ? await loadTargets(reader, code) : null,
      plan: level === "nation" || level === "county" ? null : await loadPlan(reader, code),
    };
  });
  const place = (shares ?? plan ?? targets)?.place;
  if (!place) return null;
  return (
    <PlanFrame actor={actor} place={place} tab="">
      {shares ? <SharesPanel view={shares} /> : null}
      {plan ? <PlanPanel view={plan} /> : null}
      {targets ? <TargetsPanel view={targets} /> : null}
    </PlanFrame>
  );
}
