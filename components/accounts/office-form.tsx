"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { addOffice } from "@/lib/accounts/add-office";
import type { PositionOptions } from "@/lib/accounts/load-accounts";
import { blankPosition, positionOf, PositionFields } from "./position-fields";

/** One office more for this person. */
export function OfficeForm({ id, version, options }: { id: string; version: number; options: PositionOptions }) {
  const [draft, setDraft] = useState(() => blankPosition(options));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [note, setNote] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, start] = useTransition();

  const send = () =>
    start(async () => {
      const result = await addOffice(null, { userId: id, version, ...positionOf(options, draft) });
      setErrors(result.ok ? {} : result.fields);
      setNote({ ok: result.ok, text: result.message ?? "" });
      if (result.ok) setDraft(blankPosition(options));
    });
  return (
    <form className="grid gap-4 sm:grid-cols-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <PositionFields id="add" options={options} draft={draft} errors={errors} onChange={setDraft} />
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
        <Button type="submit" look="primary" disabled={busy}>{busy ? "正在办理…" : "增加岗位"}</Button>
        <p role={note && !note.ok ? "alert" : "status"} className={note?.ok ? "text-sm text-pass" : "text-sm text-fail"}>{note?.text}</p>
      </div>
    </form>
  );
}
