import type { Metadata } from "next";
import { PlanFrame } from "@/components/plans/plan-frame";
import { SavedPanel } from "@/components/planner/saved-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { planFilters } from "@/lib/planner/filters";
import { loadSaved } from "@/lib/planner/load-saved";

export const metadata: Metadata = { title: "测算方案" };

type Props = { params: Promise<{ code: string; plan: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SavedPlanPage({ params, searchParams }: Props) {
  const { code, plan } = await params;
  const filters = planFilters(await searchParams);
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadSaved(reader, code, plan, filters) };
  });
  return <PlanFrame actor={actor} place={view.place} tab="/solver"><SavedPanel view={view} filters={filters} /></PlanFrame>;
}
