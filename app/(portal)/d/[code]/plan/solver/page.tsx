import type { Metadata } from "next";
import { PlanFrame } from "@/components/plans/plan-frame";
import { PlannerPanel } from "@/components/planner/planner-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { listPage } from "@/lib/planner/filters";
import { loadPlanner } from "@/lib/planner/load-planner";

export const metadata: Metadata = { title: "方案测算" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SolverPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadPlanner(reader, code, await yearParam(searchParams), listPage(await searchParams)) };
  });
  return <PlanFrame actor={actor} place={view.place} tab="/solver"><PlannerPanel view={view} /></PlanFrame>;
}
