import type { Metadata } from "next";
import { ConditionsPanel } from "@/components/conditions/conditions-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadConditions } from "@/lib/conditions/load-conditions";

export const metadata: Metadata = { title: "办学条件" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ConditionsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadConditions(reader, (await params).code, await yearParam(searchParams)) };
  });
  return <PlacePage actor={actor} place={view.place} year={view.year} page="conditions"><ConditionsPanel view={view} /></PlacePage>;
}
