import type { Metadata } from "next";
import { GroupPanel } from "@/components/leading-group/group-panel";
import { PlanFrame } from "@/components/plans/plan-frame";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadGroup } from "@/lib/leading-group/load-group";

export const metadata: Metadata = { title: "领导小组" };

export default async function GroupPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("leading-group.read");
    return { actor: reader, view: await loadGroup(reader, code) };
  });
  const panel = <GroupPanel view={view} />;
  if (actor.office.office === "unit") return <CountyFrame actor={actor} place={{ ...view.place, years: [] }} year={null} page="plan/group">{panel}</CountyFrame>;
  return <PlanFrame actor={actor} place={view.place} tab="/group">{panel}</PlanFrame>;
}
