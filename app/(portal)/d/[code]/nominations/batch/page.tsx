import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { BatchForm, type BatchDraft } from "@/components/nominations/batch-form";
import { PlacePage } from "@/components/results/place-page";
import { Card } from "@/components/ui/card";
import { loadPage } from "@/lib/access/load-page";
import { requireAct } from "@/lib/access/session";
import { loadNominationBatch } from "@/lib/nominations/load-batch";
import { DEFAULT_TEMPLATE } from "@/lib/nominations/template";

export const metadata: Metadata = { title: "推荐批次" };

const asked = z.object({ batch: z.string().max(40).nullable().catch(null) });
const EMPTY: BatchDraft = { id: "", version: 0, year: "", name: "", quotaMin: "3", quotaMax: "5", dueOn: "", documentNumber: "", fields: DEFAULT_TEMPLATE.map((field) => ({ ...field, max: String(field.max) })) };
type Props = { params: Promise<{ code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NominationBatchPage({ params, searchParams }: Props) {
  const { actor, place, batch } = await loadPage(async () => {
    const reader = await requireAct("nomination.review");
    return { actor: reader, ...(await loadNominationBatch(reader, (await params).code, asked.parse({ batch: null, ...(await searchParams) }).batch)) };
  });
  const given: BatchDraft = batch ? { ...batch, year: String(batch.year), quotaMin: String(batch.quotaMin), quotaMax: String(batch.quotaMax), fields: batch.fields.map((field) => ({ ...field, max: String(field.max) })) } : EMPTY;
  return (
    <PlacePage actor={actor} place={{ ...place, years: [] }} year={null} page="nominations">
      <section className="card px-5 py-4"><h1 className="text-lg font-semibold">{batch ? `${batch.name}：名额、期限和推荐表栏目` : "设立推荐批次"}</h1>{batch ? <p className="text-sm"><Link className="link" href="/d/cn/nominations/batch" prefetch={false}>另设批次</Link></p> : null}</section>
      <Card title="推荐批次"><BatchForm key={batch?.id ?? "new"} given={given} /></Card>
    </PlacePage>
  );
}
