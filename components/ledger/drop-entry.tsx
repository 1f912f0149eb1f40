"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Said } from "@/components/ui/said";
import { sending } from "@/components/ui/sending";
import { dropEntry } from "@/lib/ledger/save-entry";

/** Takes an entry that was entered by mistake off the ledger, with a reason. */
export function DropEntry({ entryId, version }: { entryId: string; version: number }) {
  const [reason, setReason] = useState("");
  const [result, drop, busy] = useActionState(dropEntry, null);
  return (
    <details className="no-print mt-3 text-sm"><summary className="cursor-pointer text-fail">撤销登记</summary>
      <form className="mt-2 flex flex-wrap items-end gap-2" onSubmit={sending(() => drop({ entryId, version, reason }))}>
        <label className="min-w-64 flex-1">撤销的原因<input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} className="mt-1 w-full rounded-md border border-line bg-surface px-3 py-1.5" /></label>
        <Button type="submit" look="danger" disabled={busy}>确认撤销</Button>
        <Said result={result} all />
      </form>
    </details>
  );
}
