"use client";

import { startTransition, useActionState, useState } from "react";
import { confirmImport } from "@/lib/filings/confirm-import";
import { previewImport } from "@/lib/filings/preview-import";
import type { Result } from "@/lib/result";

export const faultOf = (result: Result<unknown> | null): string | null => (result?.ok === false ? (Object.values(result.fields)[0] ?? result.message) : null);

/** A form body of an import. */
export function importBody(place: { divisionCode: string; year: number }, file: File, more: Record<string, string> = {}): FormData {
  const body = new FormData();
  for (const [key, value] of Object.entries({ divisionCode: place.divisionCode, year: String(place.year), ...more })) body.set(key, value);
  body.set("file", file);
  return body;
}

/** Preview, then confirm what was seen: the same file goes twice, so that nothing is kept on the server in between. */
export function useImport(place: { divisionCode: string; year: number }) {
  const [preview, ask, asking] = useActionState(previewImport, null);
  const [done, confirm, confirming] = useActionState(confirmImport, null);
  const [stage, setStage] = useState<"choose" | "seen" | "confirmed">("choose");
  const [sent, setSent] = useState<{ file: File; more: Record<string, string> } | null>(null);
  const busy = asking || confirming;
  return {
    busy,
    plan: stage === "seen" && preview?.ok && !asking ? preview.data.plan : null,
    status: asking ? "正在读取并比对…" : confirming ? "正在写入…" : "",
    fault: busy ? null : stage === "seen" ? faultOf(preview) : stage === "confirmed" ? faultOf(done) : null,
    said: stage === "confirmed" && done?.ok && !busy ? (done.message ?? "") : null,
    reset: () => setStage("choose"),
    look: (file: File, more: Record<string, string> = {}) => {
      setSent({ file, more });
      setStage("seen");
      startTransition(() => ask(importBody(place, file, more)));
    },
    write: () => {
      if (!sent || !preview?.ok) return;
      setStage("confirmed");
      const body = importBody(place, sent.file, { ...sent.more, token: preview.data.token });
      startTransition(() => confirm(body));
    },
  };
}
