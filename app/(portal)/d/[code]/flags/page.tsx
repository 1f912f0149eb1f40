import type { Metadata } from "next";
import { FlagsPanel } from "@/components/data-flags/flags-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadFlags } from "@/lib/data-flags/load-flags";
import { flagFilters } from "@/lib/data-flags/schema";

export const metadata: Metadata = { title: "数据疑点" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FlagsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("flag.read");
    return { actor: reader, view: await loadFlags(reader, (await params).code, await yearParam(searchParams), flagFilters(await searchParams)) };
  });
  return <PlacePage actor={actor} place={view.place} year={view.year} page="flags"><FlagsPanel view={view} /></PlacePage>;
}
