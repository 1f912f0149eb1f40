import type { Metadata } from "next";
import { z } from "zod";
import { SchoolPage } from "@/components/schools/school-page";
import { SchoolTrace } from "@/components/trace/school-trace";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadValueTrace } from "@/lib/trace/load-value";

export const metadata: Metadata = { title: "数据来历" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchoolTracePage({ params, searchParams }: Props) {
  const figure = z.string().catch("").parse((await searchParams).figure);
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("schools.read");
    return { actor: reader, view: await loadValueTrace(reader, (await params).id, await yearParam(searchParams), figure) };
  });
  return <SchoolPage actor={actor} school={view.school} year={view.year} page="overview"><SchoolTrace view={view} /></SchoolPage>;
}
