"use client";

import { useActionState, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { beginCycle } from "@/lib/teaching-cycle/save-teaching";

/** Sets the first year of a 3-year cycle. */
export function CycleForm({ divisionCode, proposal }: { divisionCode: string; proposal: number }) {
  const [startYear, setStartYear] = useState(String(proposal));
  const [result, act, busy] = useActionState(() => beginCycle(null, { divisionCode, startYear: startYear.normalize("NFKC").trim() }), null);
  return (
    <form action={act} className="flex flex-wrap items-end gap-3 text-sm">
      <label>周期开始年份<input inputMode="numeric" value={startYear} onChange={(event) => setStartYear(event.target.value)} aria-invalid={result?.ok === false ? true : undefined} className="mt-1 block w-28 rounded-md border border-line bg-surface px-3 py-1.5 aria-invalid:border-fail" /></label>
      <Button type="submit" disabled={busy}>设定 3 年周期</Button>
      <Said result={result} all />
    </form>
  );
}
