import type { Metadata } from "next";
import { PlanFrame } from "@/components/plans/plan-frame";
import { BehindPanel } from "@/components/targets/behind-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { behindFilters } from "@/lib/targets/filters";
import { loadBehind } from "@/lib/targets/load-targets";

export const metadata: Metadata = { title: "滞后县" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BehindPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("plan.read");
    return { actor: reader, view: await loadBehind(reader, code) };
  });
  return (
    <PlanFrame actor={actor} place={view.place} tab="/behind">
      <BehindPanel view={view} {...behindFilters(await searchParams)} />
    </PlanFrame>
  );
}
