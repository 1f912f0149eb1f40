import type { Metadata } from "next";
import { z } from "zod";
import { PlacePage } from "@/components/results/place-page";
import { CountyTrace } from "@/components/trace/county-trace";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadCountyTrace } from "@/lib/trace/load-county-trace";

export const metadata: Metadata = { title: "数据来历" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CountyTracePage({ params, searchParams }: Props) {
  const figure = z.string().catch("").parse((await searchParams).figure);
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadCountyTrace(reader, (await params).code, await yearParam(searchParams), figure) };
  });
  return <PlacePage actor={actor} place={view.place} year={view.year} page="indicators"><CountyTrace view={view} /></PlacePage>;
}
