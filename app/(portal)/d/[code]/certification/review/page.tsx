import type { Metadata } from "next";
import { ReviewPanel } from "@/components/certification/review-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { groupParam, loadReview } from "@/lib/certification/load-review";

export const metadata: Metadata = { title: "逐项审核" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReviewPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("certification.read");
    return { actor: reader, view: await loadReview(reader, (await params).code, groupParam(await searchParams)) };
  });
  return <CountyFrame actor={actor} place={{ ...view.place, years: [] }} year={null} page="certification"><ReviewPanel view={view} /></CountyFrame>;
}
