"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { Outcome } from "@/components/certification/fields";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { begin } from "@/lib/nominations/save-nomination";

/** A county takes up the 推荐表 of a call. */
export function BeginButton({ code, batchId }: { code: string; batchId: string }) {
  const router = useRouter();
  const [result, act, busy] = useActionState(async () => {
    const done = await send(() => begin(null, { batchId }));
    if (done.ok) router.push(`/d/${code}/nominations/${done.data.id}`);
    return done;
  }, null);
  return <form onSubmit={sending(act)} className="no-print mt-2 space-y-2"><Button type="submit" look="primary" disabled={busy}>填写推荐表</Button><Outcome result={result} /></form>;
}
