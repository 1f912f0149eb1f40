"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { ShareTargetView } from "@/lib/plans/list-shares";
import { dropShare, saveShare } from "@/lib/plans/save-plan";
import { Said } from "@/components/ui/said";

/** Enters, changes or takes back a province's share of a year. */
export function ShareForm({ divisionCode, share }: { divisionCode: string; share: ShareTargetView | null }) {
  const [draft, setDraft] = useState({ year: share ? String(share.year) : "", shareMin: share ? String(share.shareMin) : "", shareAim: share && share.shareAim > share.shareMin ? String(share.shareAim) : "", note: share?.note ?? "" });
  const [saved, save, saving] = useActionState(saveShare, null);
  const [dropped, drop, dropping] = useActionState(dropShare, null);
  const error = (field: string) => (saved?.ok === false ? saved.fields[field] : undefined);
  const id = share ? `share-${share.year}` : "share-new";
  const field = (key: keyof typeof draft, label: string, more: { readOnly?: boolean; inputMode?: "numeric" } = { inputMode: "numeric" }) => (
    <TextField id={`${id}-${key}`} label={label} value={draft[key]} error={error(key)} {...more} onChange={(event) => setDraft({ ...draft, [key]: event.target.value })} />
  );
  return (
    <details><summary className="cursor-pointer text-brand">{share ? "修改" : "填写一个年份的目标"}</summary>
      <form className="mt-2 min-w-56 space-y-3 text-left" onSubmit={sending(() => save({ divisionCode, version: share?.version ?? 0, ...draft }))}>
        <div className="grid gap-3 sm:grid-cols-2">
          {field("year", "年份", { readOnly: share !== null, inputMode: "numeric" })}{field("shareMin", "确保（%）")}{field("shareAim", "力争（%，选填）")}{field("note", "依据（选填）", {})}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" look="primary" disabled={saving || dropping}>保存目标</Button>
          {share ? <Button type="button" look="danger" disabled={saving || dropping} onClick={sending(() => drop({ divisionCode, year: share.year, version: share.version }))}>撤下</Button> : null}
        </div>
        <Said result={dropped ?? saved} />
      </form>
    </details>
  );
}
