"use client";

import { useActionState, useState, useSyncExternalStore } from "react";
import { PrintButton } from "@/components/ui/print-button";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { GROUPS, GROUP_NAME, type Group } from "@/lib/surveys/questionnaire";
import type { Mode } from "@/lib/surveys/rules";
import { drawSlips } from "@/lib/surveys/save-survey";
import { QrCode } from "./qr-code";

const never = () => () => {};
/** The portal's own address as the reader has it; unknown on the server. */
const useOrigin = () => useSyncExternalStore(never, () => window.location.origin, () => "");

/** One link for all, or slips with a token each, which are shown this once. */
export function ShareCard({ id, version, mode, title }: { id: string; version: number; mode: Mode; title: string }) {
  const origin = useOrigin();
  const [group, setGroup] = useState<Group>("parent");
  const [count, setCount] = useState("30");
  const [result, draw, busy] = useActionState(drawSlips, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const address = `${origin}/survey/${id}`;
  if (mode === "open") return (
    <div className="flex flex-wrap items-center gap-4">
      {origin ? <QrCode address={address} /> : null}
      <div className="min-w-0 text-sm"><p className="break-all">{address}</p><p className="text-muted">扫码或打开链接，不需要账号，不收集个人信息。</p><PrintButton /></div>
    </div>
  );
  return (
    <>
      <form className="no-print flex flex-wrap items-end gap-3" onSubmit={sending(() => draw({ id, version, group, count }))}>
        <label className="text-sm font-medium">对象<select value={group} onChange={(event) => GROUPS.forEach((one) => { if (one === event.target.value) setGroup(one); })} className="mt-1 block rounded-md border border-line bg-surface px-3 py-2 font-normal">{GROUPS.map((one) => <option key={one} value={one}>{GROUP_NAME[one]}</option>)}</select></label>
        <div className="w-32"><TextField id="draw-count" label="份数" inputMode="numeric" value={count} error={error("count")} onChange={(event) => setCount(event.target.value)} /></div>
        <Button type="submit" look="primary" disabled={busy}>生成答题码</Button>
        {result?.ok ? <PrintButton /> : null}
        <Said result={result} />
      </form>
      {result?.ok ? (
        <ul className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-4 print:grid-cols-4" aria-label="答题码">
          {result.data.tokens.map((token) => <li key={token} className="break-inside-avoid rounded-md border border-line p-2 text-center text-xs">{title}<span className="block text-muted">{GROUP_NAME[result.data.group]}</span><span className="flex justify-center">{origin ? <QrCode address={`${address}?t=${token}&g=${result.data.group}`} size={110} /> : null}</span><span className="block break-all text-muted" data-token={token}>答题码 {token}</span></li>)}
        </ul>
      ) : null}
    </>
  );
}
