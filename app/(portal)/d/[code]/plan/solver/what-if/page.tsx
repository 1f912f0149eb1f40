import type { Metadata } from "next";
import { PlanFrame } from "@/components/plans/plan-frame";
import { WhatIfPanel } from "@/components/planner/what-if-panel";
import { loadPage } from "@/lib/access/load-page";
import { basisParam, yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadPlanner } from "@/lib/planner/load-planner";

export const metadata: Metadata = { title: "变动试算" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WhatIfPage({ params, searchParams }: Props) {
  const { code } = await params;
  const basis = await basisParam(searchParams);
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadPlanner(reader, code, await yearParam(searchParams), 1) };
  });
  return <PlanFrame actor={actor} place={view.place} tab="/solver"><WhatIfPanel view={view} basis={basis} /></PlanFrame>;
}
