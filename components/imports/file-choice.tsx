"use client";

import type { ChangeEvent } from "react";

/** A file to import; the same one, corrected, can be chosen again. */
export function FileChoice({ label, accept, file, busy, onChoose }: { label: string; accept: string; file: File | null; busy: boolean; onChoose: (file: File) => void }) {
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (chosen) onChoose(chosen);
  };
  return (
    <label className="block cursor-pointer rounded-lg border border-dashed border-line px-4 py-6 text-center focus-within:outline-2 focus-within:outline-brand hover:bg-brand-soft">
      <span className="font-medium text-brand">{label}</span>
      <span className="block text-sm text-muted">{file ? `已选择“${file.name.replace(/\.\w+$/, "")}”，点击可更换` : "文件不超过 10 兆字节；先预览，确认后才写入"}</span>
      <input type="file" accept={accept} disabled={busy} className="sr-only" onChange={choose} />
    </label>
  );
}
