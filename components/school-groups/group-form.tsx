"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import { GROUP_KINDS, GROUP_KIND_NAME } from "@/lib/school-groups/rules";
import { create } from "@/lib/school-groups/save-group";
import { SchoolSelect, type SchoolOption } from "./school-select";

/** Registers a group with its lead school; members follow on its own page. */
export function GroupForm({ divisionCode, schools, today }: { divisionCode: string; schools: SchoolOption[]; today: string }) {
  const [draft, setDraft] = useState({ kind: "community", name: "", leadSchoolId: "", startsOn: today });
  const router = useRouter();
  const [result, save, busy] = useActionState(async () => {
    const done = await create(null, { divisionCode, ...draft });
    if (done.ok) router.push(`/d/${divisionCode}/groups/${done.data.id}`);
    return done;
  }, null);
  const fields = result?.ok === false ? result.fields : {};
  return (
    <form onSubmit={sending(() => save())} className="space-y-4">
      <fieldset className="flex flex-wrap gap-4 text-sm"><legend className="sr-only">类型</legend>{GROUP_KINDS.map((kind) => <label key={kind} className="flex min-h-9 items-center gap-1.5"><input type="radio" name="kind" checked={draft.kind === kind} onChange={() => setDraft({ ...draft, kind })} />{GROUP_KIND_NAME[kind]}</label>)}</fieldset>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField id="group-name" label="名称" maxLength={60} value={draft.name} error={fields.name} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        <SchoolSelect label="牵头学校" schools={schools} value={draft.leadSchoolId} error={fields.leadSchoolId} onChange={(leadSchoolId) => setDraft({ ...draft, leadSchoolId })} />
        <TextField id="group-start" label="成立日期" type="date" value={draft.startsOn} error={fields.startsOn} onChange={(event) => setDraft({ ...draft, startsOn: event.target.value })} />
      </div>
      <div className="flex items-center gap-3"><Button type="submit" look="primary" disabled={busy}>登记</Button>{result?.ok === false ? <span role="status" className="text-fail">✕ {result.message}</span> : null}</div>
    </form>
  );
}
