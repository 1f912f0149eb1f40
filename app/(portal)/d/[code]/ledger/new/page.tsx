import type { Metadata } from "next";
import { ManualForm } from "@/components/ledger/manual-form";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadManual } from "@/lib/ledger/load-manual";

export const metadata: Metadata = { title: "登记问题" };

export default async function NewEntryPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params;
  const { actor, view } = await loadPage(async () => {
    const reader = await requireAct("ledger.manage");
    return { actor: reader, view: await loadManual(reader, code) };
  });
  return (
    <LedgerFrame actor={actor} place={view.place} page="ledger">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">登记问题</h1><p className="text-sm text-muted">评估复核意见、基本均衡认定时指出的问题和群众反映由这里登记；督导进校和座谈走访的问题在各自的记录中登记。</p></section>
      <Card title="问题内容"><ManualForm code={code} schools={view.schools} units={view.units} dueOn={view.dueOn} /></Card>
    </LedgerFrame>
  );
}
