"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { createToken } from "@/lib/tokens/create-token";
import { revokeToken } from "@/lib/tokens/revoke-token";

/** Makes a token and shows it once. */
export function TokenForm() {
  const [name, setName] = useState("");
  const [result, create, busy] = useActionState(createToken, null);
  return (
    <form onSubmit={sending(() => create({ name }))} className="space-y-3">
      <TextField id="token-name" label="用途" value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} error={result?.ok === false ? (result.fields.name ?? result.message) : undefined} />
      <Button type="submit" look="primary" disabled={busy}>生成令牌</Button>
      {result?.ok ? <div role="status" className="rounded bg-pass-soft px-3 py-2 text-sm"><p className="text-pass">✓ {result.message}</p><code data-testid="token" className="break-all">{result.data.secret}</code></div> : null}
    </form>
  );
}

export function RevokeButton({ id, name }: { id: string; name: string }) {
  const [result, revoke, busy] = useActionState(revokeToken, null);
  return (
    <form onSubmit={sending(() => revoke({ id }))}>
      <Button type="submit" look="danger" disabled={busy} aria-label={`停用令牌${name}`}>停用</Button>
      {result?.ok === false ? <p role="alert" className="text-sm text-fail">{result.message}</p> : null}
    </form>
  );
}
