import type { Metadata } from "next";
import { ItemsPanel } from "@/components/counties/items-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { can } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/session";
import { loadItems } from "@/lib/counties/load-items";
import { notFoundError } from "@/lib/errors";

export const metadata: Metadata = { title: "县级指标" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ItemsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireActor();
    if (!can(reader, "county-fact.edit") && !can(reader, "results.read")) throw notFoundError();
    return { actor: reader, view: await loadItems(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="items">
      <ItemsPanel view={view} />
    </CountyFrame>
  );
}
