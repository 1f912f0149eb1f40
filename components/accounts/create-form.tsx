"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { createAccount } from "@/lib/accounts/create-account";
import type { PositionOptions } from "@/lib/accounts/load-accounts";
import { levelOfPlace, suggestUsername, USERNAME_HELP } from "@/lib/accounts/rules";
import { blankPosition, positionOf, PositionFields, type PositionDraft } from "./position-fields";
import { useSlipDesk } from "./slip-desk";

const BLANK = { username: "", displayName: "" };

/** One account: the office, then where, then the name; the username follows until it is typed over. */
export function CreateForm({ options }: { options: PositionOptions }) {
  const show = useSlipDesk();
  const [draft, setDraft] = useState<PositionDraft>(() => blankPosition(options));
  const [form, setForm] = useState(BLANK);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [note, setNote] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, start] = useTransition();

  const position = positionOf(options, draft);
  const username = form.username || (position.office && levelOfPlace(position.place) ? suggestUsername(position.office, position.place) : "");

  const send = () =>
    start(async () => {
      const result = await createAccount(null, { ...position, username, displayName: form.displayName });
      setErrors(result.ok ? {} : result.fields);
      setNote(result.ok ? { ok: true, text: result.message ?? "" } : { ok: false, text: result.message });
      if (!result.ok) return;
      setForm(BLANK);
      setDraft({ ...blankPosition(options), office: draft.office });
      show(result.data);
    });
  const place = (next: PositionDraft) => {
    if (next.office !== draft.office) {
      setForm({ ...form, username: "" });
      setErrors({});
    }
    setDraft(next);
  };

  return (
    <form className="grid gap-4 sm:grid-cols-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <PositionFields id="new" options={options} draft={draft} errors={errors} onChange={place} />
      <TextField id="new-name" label="姓名或岗位名称" required maxLength={40} autoComplete="off" value={form.displayName} onChange={(event) => setForm({ ...form, displayName: event.target.value })} error={errors.displayName} />
      <TextField id="new-username" label="用户名" required maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} value={username} onChange={(event) => setForm({ ...form, username: event.target.value })} error={errors.username} help={USERNAME_HELP} />
      <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
        <Button type="submit" look="primary" disabled={busy}>{busy ? "正在建立…" : "建立账号"}</Button>
        <p role={note && !note.ok ? "alert" : "status"} className={note?.ok ? "text-sm text-pass" : "text-sm text-fail"}>{note?.text}</p>
      </div>
    </form>
  );
}
