import type { Metadata } from "next";
import { QueuePanel } from "@/components/filing/queue-panel";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadQueue } from "@/lib/filings/load-queue";

export const metadata: Metadata = { title: "填报审核" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FilingsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("filing.read");
    return { actor: reader, view: await loadQueue(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="filings">
      <QueuePanel view={view} />
    </PlacePage>
  );
}
