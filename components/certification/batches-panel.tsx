import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import type { BatchesView } from "@/lib/certification/load-batches";
import { STEPS_OF } from "@/lib/certification/batch-steps";
import { DATED_STAGES, STAGE_NAME } from "@/lib/certification/stages";
import { BatchForm, type BatchDraft } from "./batch-form";

const draftOf = (batch: BatchesView["batches"][number]): BatchDraft => ({ ...batch, year: String(batch.year), figuresYear: String(batch.figuresYear), issuedOn: batch.issuedOn ?? "" });

/** The batches of national recognition, each with its steps and last days. */
export function BatchesPanel({ view: { batches, manages } }: { view: BatchesView }) {
  const [last] = batches;
  const next = (last?.year ?? new Date().getFullYear()) + 1;
  const fresh: BatchDraft = { year: String(next), figuresYear: String(next - 1), name: `${next} 年国家认定`, documentNumber: "", issuedOn: "", steps: [...(last?.steps ?? STEPS_OF[2025])], deadlines: {}, version: 0 };
  return (
    <>
      <Finding tone="neutral" sentence={last ? `共 ${batches.length} 个批次，最近的是${last.name}，${last.cases} 个县级单位申报。` : "还没有批次。"}><Link className="link" href="/d/cn/certification" prefetch={false}>返回申报认定</Link></Finding>
      {batches.map((batch) => (
        <Card key={batch.id} title={batch.name} lead={`评估年度 ${batch.year}，数据为 ${batch.figuresYear}学年初${batch.documentNumber ? `，${batch.documentNumber}` : ""}；${batch.cases} 个县级单位申报。`}>
          <p className="text-sm">国家认定：{batch.steps.map(({ name }) => name).join(" → ")}</p>
          <p className="text-sm text-muted">{DATED_STAGES.flatMap((stage) => { const day = batch.deadlines[stage]; return day ? [`${STAGE_NAME[stage]} ${day}`] : []; }).join("，") || "没有设定期限"}</p>
          {manages ? <details className="no-print mt-2"><summary className="link cursor-pointer text-sm">修改</summary><BatchForm key={batch.version} draft={draftOf(batch)} fresh={false} /></details> : null}
        </Card>
      ))}
      {manages ? <Card title="设立批次"><BatchForm key={next} draft={fresh} fresh /></Card> : null}
    </>
  );
}
