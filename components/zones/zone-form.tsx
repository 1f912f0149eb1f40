"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { dropZone, saveZone } from "@/lib/zones/save-zone";

const EMPTY = { code: "", name: "", basis: "", approvedOn: "", fiscal: false, education: false };

/** Lists a functional zone as a county-level unit. */
export function ZoneForm() {
  const [draft, setDraft] = useState(EMPTY);
  const [result, save, busy] = useActionState(async (before: Awaited<ReturnType<typeof saveZone>> | null) => {
    const answer = await saveZone(before, draft);
    if (answer.ok) setDraft(EMPTY);
    return answer;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: "code" | "name" | "basis" | "approvedOn") => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const check = (key: "fiscal" | "education", label: string) => <label className="flex items-baseline gap-2"><input type="checkbox" checked={draft[key]} onChange={() => setDraft({ ...draft, [key]: !draft[key] })} /><span>{label}{error(key) ? <span className="block text-fail">✕ {error(key)}</span> : null}</span></label>;
  return (
    <form className="space-y-3" onSubmit={sending(() => save())}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField id="zone-code" label="代码" inputMode="numeric" maxLength={6} help="所在市的 4 位代码加 71—99" value={draft.code} error={error("code")} onChange={set("code")} />
        <TextField id="zone-name" label="功能区全称" maxLength={40} value={draft.name} error={error("name")} onChange={set("name")} />
        <TextField id="zone-basis" label="批准文号和依据" maxLength={300} value={draft.basis} error={error("basis")} onChange={set("basis")} />
        <TextField id="zone-day" label="批准日期" type="date" value={draft.approvedOn} error={error("approvedOn")} onChange={set("approvedOn")} />
      </div>
      <div className="space-y-1 text-sm">{check("fiscal", "财政独立")}{check("education", "具有教育管理职能")}</div>
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={busy}>列为县级单位</Button><Said result={result} /></div>
    </form>
  );
}

/** Takes a zone off the list, with a reason. */
export function EndZone({ code, version, name }: { code: string; version: number; name: string }) {
  const [reason, setReason] = useState("");
  const [result, drop, busy] = useActionState(dropZone, null);
  return (
    <details className="no-print text-left"><summary className="cursor-pointer text-brand" aria-label={`撤销${name}`}>撤销…</summary>
      <form className="mt-2 space-y-2" onSubmit={sending(() => drop({ code, version, reason }))}>
        <TextField id={`end-${code}`} label="撤销的原因" maxLength={300} value={reason} error={result?.ok === false ? (result.fields.reason ?? result.message) : undefined} onChange={(event) => setReason(event.target.value)} />
        <Button type="submit" look="danger" disabled={busy}>确认撤销</Button>
      </form>
    </details>
  );
}
