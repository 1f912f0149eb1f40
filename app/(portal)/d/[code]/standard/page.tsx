import type { Metadata } from "next";
import { PlacePage } from "@/components/results/place-page";
import { StandardPanel } from "@/components/standard/standard-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadStandard } from "@/lib/local-standard/load-standard";

export const metadata: Metadata = { title: "标准与口径" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StandardPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("results.read");
    return { actor: reader, view: await loadStandard(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="standard">
      <StandardPanel view={view} />
    </PlacePage>
  );
}
