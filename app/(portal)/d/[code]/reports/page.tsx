import type { Metadata } from "next";
import { ReportsPanel } from "@/components/self-reports/reports-panel";
import { CountyFrame } from "@/components/shell/county-frame";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadReports } from "@/lib/self-reports/load-reports";

export const metadata: Metadata = { title: "年度自评报告" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReportsPage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("task.read");
    return { actor: reader, view: await loadReports(reader, (await params).code, await yearParam(searchParams)) };
  });
  return <CountyFrame actor={actor} place={view.place} year={view.year} page="reports"><ReportsPanel view={view} /></CountyFrame>;
}
