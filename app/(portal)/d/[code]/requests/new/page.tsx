import type { Metadata } from "next";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { AskForm } from "@/components/requests/ask-form";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { notFoundError } from "@/lib/errors";
import { askOrigin } from "@/lib/requests/origin";
import { loadAsk } from "@/lib/requests/load-requests";

export const metadata: Metadata = { title: "提请上级解决" };

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AskPage({ params, searchParams }: Props) {
  const { code } = await params;
  const { actor, draft, place } = await loadPage(async () => {
    const reader = await requireAct("request.send");
    const found = await loadAsk(reader, { code }, askOrigin(await searchParams));
    if (!found.place) throw notFoundError();
    return { actor: reader, draft: found, place: found.place };
  });
  return (
    <LedgerFrame actor={actor} place={place} page="requests">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">提请{draft.to}解决困难问题</h1><p className="text-sm text-muted">写明缺口、已做的工作和请求，上级在日期前答复；双方的台账都能看到。</p></section>
      <Card title="困难问题"><AskForm to={draft.to} draft={draft} back={`/d/${code}/requests`} /></Card>
    </LedgerFrame>
  );
}
