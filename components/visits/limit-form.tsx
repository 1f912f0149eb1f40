"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { setLimit } from "@/lib/visits/save-visit";
import { send } from "./use-kept-draft";

/** The county's limit of visits to a school in a year. seed: X15 */
export function LimitForm({ divisionCode, year, limit }: { divisionCode: string; year: number; limit: { perSchool: number; version: number } | null }) {
  const [perSchool, setPerSchool] = useState(limit ? String(limit.perSchool) : "");
  const [result, act, busy] = useActionState(() => send(() => setLimit(null, { divisionCode, year, version: limit?.version ?? 0, perSchool: perSchool.normalize("NFKC").trim() })), null);
  return (
    <form action={act} className="flex flex-wrap items-end gap-3 text-sm">
      <label>{year} 年每校进校活动上限（次）<input inputMode="numeric" value={perSchool} onChange={(event) => setPerSchool(event.target.value)} aria-invalid={result?.ok === false ? true : undefined} className="mt-1 block w-28 rounded-md border border-line bg-surface px-3 py-1.5 text-right aria-invalid:border-fail" /></label>
      <Button type="submit" disabled={busy}>保存上限</Button>
      <Said result={result} all />
    </form>
  );
}
