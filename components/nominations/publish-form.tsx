"use client";

import { useActionState, useState } from "react";
import { Line, Outcome, faultsOf } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { publish } from "@/lib/nominations/save-nomination";

/** The ministry publishes the list of those admitted. */
export function PublishForm({ batchId, admitted, declined, open }: { batchId: string; admitted: string[]; declined: number; open: number }) {
  const [draft, setDraft] = useState({ title: "", documentNumber: "", publishedOn: "" });
  const [result, act, busy] = useActionState(() => send(() => publish(null, { batchId, ...draft })), null);
  const faults = faultsOf(result);
  const set = (key: keyof typeof draft) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  return (
    <form onSubmit={sending(act)} className="space-y-3" aria-label="公布名单">
      <p className="text-sm">{open > 0 ? `还有 ${open} 个推荐县没有审核意见。` : `将列入 ${admitted.length} 个：${admitted.join("、")}${declined > 0 ? `；${declined} 个本批不列入，只告知该县和所在省、市` : ""}。公布后不能更改，公开页面显示名单。`}</p>
      <Line label="名单标题" maxLength={60} value={draft.title} error={faults.title} onChange={set("title")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Line label="公布文号" maxLength={40} value={draft.documentNumber} error={faults.documentNumber} onChange={set("documentNumber")} />
        <Line label="公布日期" type="date" value={draft.publishedOn} error={faults.publishedOn} onChange={set("publishedOn")} />
      </div>
      <Button type="submit" look="primary" disabled={busy || open > 0}>公布名单</Button>
      <Outcome result={result} />
    </form>
  );
}
