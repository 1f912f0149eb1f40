import type { Metadata } from "next";
import { CountyFrame } from "@/components/shell/county-frame";
import { CountyExchangePanel } from "@/components/exchange-years/county-panel";
import { loadPage } from "@/lib/access/load-page";
import { yearParam } from "@/lib/access/page-params";
import { requireAct } from "@/lib/access/session";
import { loadCountyExchange } from "@/lib/exchange-years/load-county-exchange";

export const metadata: Metadata = { title: "交流轮岗" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExchangePage({ params, searchParams }: Props) {
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("teacher-record.read");
    return { actor: reader, view: await loadCountyExchange(reader, (await params).code, await yearParam(searchParams)) };
  });
  return (
    <CountyFrame actor={actor} place={view.place} year={view.year} page="exchange">
      <CountyExchangePanel view={view} />
    </CountyFrame>
  );
}
