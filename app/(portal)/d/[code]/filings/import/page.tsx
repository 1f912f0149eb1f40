import type { Metadata } from "next";
import { ImportPage } from "@/components/imports/import-page";
import { PlacePage } from "@/components/results/place-page";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadImport } from "@/lib/filings/load-import";

export const metadata: Metadata = { title: "导入填报数据" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FilingsImportPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("filing.import");
    return { actor: reader, view: await loadImport(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <PlacePage actor={actor} place={view.place} year={view.year} page="filings">
      <ImportPage view={view} />
    </PlacePage>
  );
}
