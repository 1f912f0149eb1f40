"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { DUTIES, DUTY_NAME, type Duty } from "@/lib/access/duties";
import { setDuties } from "@/lib/accounts/set-duties";

type Props = { account: { userId: string; version: number }; membershipId: string; title: string; duties: readonly Duty[] };

/** Which of 经办, 审核, 签发 the account is in this office. */
export function DutiesForm({ account, membershipId, title, duties }: Props) {
  const [chosen, setChosen] = useState<readonly Duty[]>(duties);
  const [note, setNote] = useState<{ ok: boolean; text: string } | null>(null);
  const [busy, start] = useTransition();
  const same = DUTIES.every((duty) => chosen.includes(duty) === duties.includes(duty));
  const send = () =>
    start(async () => {
      const result = await setDuties(null, { ...account, membershipId, duties: chosen });
      setNote({ ok: result.ok, text: result.message ?? "" });
    });
  return (
    <form aria-label={`${title}的职责`} className="flex flex-wrap items-center gap-x-4 gap-y-2" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <span className="min-w-40 text-sm">{title}</span>
      {DUTIES.map((duty) => (
        <label key={duty} className="flex min-h-8 items-center gap-1.5 text-sm">
          <input type="checkbox" checked={chosen.includes(duty)} onChange={() => setChosen(chosen.includes(duty) ? chosen.filter((one) => one !== duty) : [...chosen, duty])} />{DUTY_NAME[duty]}
        </label>
      ))}
      <Button type="submit" disabled={busy || same}>{busy ? "正在保存…" : "保存职责"}</Button>
      <p role={note && !note.ok ? "alert" : "status"} className={note?.ok ? "text-sm text-pass" : "text-sm text-fail"}>{note?.text}</p>
    </form>
  );
}
