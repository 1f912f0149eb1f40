import type { Metadata } from "next";
import { z } from "zod";
import { PlacePage } from "@/components/results/place-page";
import { AreaTrace } from "@/components/trace/area-trace";
import { CountyTrace } from "@/components/trace/county-trace";
import { LiveTrace } from "@/components/trace/live-trace";
import type { Actor } from "@/lib/access/actor";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { levelOf } from "@/lib/divisions/codes";
import { AREA_GROUPS } from "@/lib/trace/keys";
import { loadAreaTrace } from "@/lib/trace/load-area-trace";
import { loadCountyTrace } from "@/lib/trace/load-county-trace";
import { loadLiveOrigin } from "@/lib/trace/load-live-origin";

export const metadata: Metadata = { title: "数据来历" };

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Search> };

const asked = z.object({ figure: z.string().catch(""), group: z.enum(AREA_GROUPS).nullable().catch(null), page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** The derivation of a figure, which is a county's or, above it, one of its counties together. */
async function load(actor: Actor, code: string, year: number | undefined, search: Search) {
  const { figure, group, page } = asked.parse({ figure: search.figure, group: search.group ?? null, page: search.page ?? 1 });
  if (levelOf(code) !== "county") { const view = await loadAreaTrace(actor, code, year, figure, { group, page }); return { place: view.place, year: view.year, page: view.figure.kind === "cv" ? "indicators" : "overview", body: <AreaTrace view={view} /> }; }
  if (figure === "live") { const view = await loadLiveOrigin(actor, code, year); return { place: view.place, year: view.year, page: "overview", body: <LiveTrace view={view} /> }; }
  const view = await loadCountyTrace(actor, code, year, figure);
  return { place: view.place, year: view.year, page: "indicators", body: <CountyTrace view={view} /> };
}

export default async function TracePage({ params, searchParams }: Props) {
  const { actor, shown } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, shown: await load(reader, (await params).code, await yearParam(searchParams), await searchParams) };
  });
  return <PlacePage actor={actor} place={shown.place} year={shown.year} page={shown.page}>{shown.body}</PlacePage>;
}
