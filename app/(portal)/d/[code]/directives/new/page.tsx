import type { Metadata } from "next";
import { z } from "zod";
import { DirectiveForm } from "@/components/directives/directive-form";
import { TargetChoice } from "@/components/directives/target-choice";
import { LedgerFrame } from "@/components/ledger/ledger-frame";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadDirectiveDraft } from "@/lib/directives/load-directives";

export const metadata: Metadata = { title: "发出督办、通报、约谈" };

const asked = z.object({ to: z.string().max(6).catch("") });
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewDirectivePage({ params, searchParams }: Props) {
  const { code } = await params;
  const { to } = asked.parse({ to: "", ...(await searchParams) });
  const { actor, draft } = await loadPage(async () => {
    const reader = await requireAct("directive.send");
    return { actor: reader, draft: await loadDirectiveDraft(reader, code, to) };
  });
  return (
    <LedgerFrame actor={actor} place={draft.place} page="directives">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">发出督办、通报、约谈</h1><p className="text-sm text-muted">先选择下级单位，平台读取它的规划进度、台账、任务和数据疑点，作为依据随文发出。</p></section>
      <Card title="收到单位"><TargetChoice targets={draft.targets} chosen={draft.target?.code ?? ""} /></Card>
      {draft.target ? <Card title={`发给${draft.target.name}`}><DirectiveForm key={draft.target.code} code={code} target={draft.target} grounds={draft.grounds} dueOn={draft.dueOn} /></Card> : null}
    </LedgerFrame>
  );
}
