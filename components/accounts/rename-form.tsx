"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { renameAccount } from "@/lib/accounts/rename-account";

/** The name that is shown beside what the person does. */
export function RenameForm({ id, version, displayName }: { id: string; version: number; displayName: string }) {
  const [name, setName] = useState(displayName);
  const [error, setError] = useState<string>();
  const [note, setNote] = useState("");
  const [busy, start] = useTransition();

  const send = () =>
    start(async () => {
      const result = await renameAccount(null, { userId: id, version, displayName: name });
      setError(result.ok ? undefined : (result.fields.displayName ?? result.message));
      setNote(result.ok ? (result.message ?? "") : "");
    });
  return (
    <form className="flex max-w-xl flex-wrap items-end gap-3" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className="min-w-48 flex-1"><TextField id="rename" label="姓名或岗位名称" required maxLength={40} autoComplete="off" value={name} onChange={(event) => setName(event.target.value)} error={error} /></div>
      <Button type="submit" disabled={busy || name.trim() === displayName}>{busy ? "正在保存…" : "更改名称"}</Button>
      <p role="status" className="w-full text-sm text-pass empty:hidden">{note}</p>
    </form>
  );
}
