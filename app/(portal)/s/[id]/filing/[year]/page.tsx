import type { Metadata } from "next";
import { FilingPage } from "@/components/filing/filing-page";
import { SchoolPage } from "@/components/schools/school-page";
import { loadPage } from "@/lib/access/load-page";
import { versionParam, yearSegment } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadFiling } from "@/lib/filings/load-filing";

export const metadata: Metadata = { title: "自评填报" };

type Props = { params: Promise<{ id: string; year: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FilingRoute({ params, searchParams }: Props) {
  const { actor, view, version } = await loadPage(async () => {
    const reader = await requireAct("filing.read");
    const { id, year } = await params;
    return { actor: reader, view: await loadFiling(reader, id, yearSegment(year)), version: await versionParam(searchParams) };
  });
  return (
    <SchoolPage actor={actor} school={view.filing.school} year={view.filing.year} page="filing">
      <FilingPage view={view} asked={version} />
    </SchoolPage>
  );
}
