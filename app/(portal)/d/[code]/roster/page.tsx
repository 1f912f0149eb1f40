import type { Metadata } from "next";
import { PlacePage } from "@/components/results/place-page";
import { RosterPanel } from "@/components/roster/roster-panel";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadRoster, rosterFilters } from "@/lib/roster/load-roster";

export const metadata: Metadata = { title: "学校名录" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RosterPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("roster.manage");
    return { actor: reader, view: await loadRoster(reader, (await params).code, rosterFilters.parse(await searchParams)) };
  });
  return <PlacePage actor={actor} place={{ ...view.place, years: [] }} year={null} page="roster"><RosterPanel view={view} /></PlacePage>;
}
