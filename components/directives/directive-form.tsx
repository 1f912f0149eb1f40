"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import type { Ground, GroundKey } from "@/lib/directives/grounds";
import { DIRECTIVE_KINDS, DIRECTIVE_KIND_KEYS, type DirectiveKind } from "@/lib/directives/rules";
import { postDirective } from "@/lib/directives/save-directive";

type Draft = { kind: DirectiveKind; subject: string; body: string; documentNumber: string; dueOn: string };
type Props = { code: string; target: { code: string; name: string }; grounds: Ground[]; dueOn: string };

/** Presses a place below, with the reasons that its data give. */
export function DirectiveForm({ code, target, grounds, dueOn }: Props) {
  const [draft, setDraft] = useState<Draft>({ kind: "supervise", subject: "", body: "", documentNumber: "", dueOn });
  const [chosen, setChosen] = useState<GroundKey[]>(grounds.map((ground) => ground.key));
  const [result, send, busy] = useActionState(postDirective, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: "subject" | "body" | "documentNumber" | "dueOn") => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  if (result?.ok) return <p role="status" className="text-pass">✓ {result.message}<Link className="link ml-2" href={`/d/${code}/directives/${result.data.id}`}>查看</Link></p>;
  return (
    <form className="space-y-4" onSubmit={sending(() => send({ divisionCode: target.code, grounds: chosen, ...draft }))}>
      <fieldset className="text-sm"><legend className="font-medium">类别</legend><div className="mt-1 flex flex-wrap gap-4">{DIRECTIVE_KIND_KEYS.map((kind) => <label key={kind} className="flex items-center gap-1.5"><input type="radio" name="kind" checked={draft.kind === kind} onChange={() => setDraft({ ...draft, kind })} />{DIRECTIVE_KINDS[kind]}</label>)}</div></fieldset>
      <fieldset className="text-sm">
        <legend className="font-medium">依据的数据</legend>
        {grounds.length === 0 ? <p className="text-muted">{target.name}目前没有滞后、逾期或待说明的数据；确需发出的，请在要求中写明原因。</p> : grounds.map((ground) => <label key={ground.key} className="mt-1 flex items-baseline gap-2"><input type="checkbox" checked={chosen.includes(ground.key)} onChange={() => setChosen(chosen.includes(ground.key) ? chosen.filter((key) => key !== ground.key) : [...chosen, ground.key])} /><span>{ground.sentence}</span></label>)}
      </fieldset>
      <TextField id="directive-subject" label="事由" maxLength={100} value={draft.subject} error={error("subject")} onChange={set("subject")} />
      <TextArea label="要求" rows={5} maxLength={3000} value={draft.body} onChange={set("body")} error={error("body")} />
      <div className="grid gap-3 sm:grid-cols-2"><TextField id="directive-number" label="文号（选填）" maxLength={60} value={draft.documentNumber} error={error("documentNumber")} onChange={set("documentNumber")} /><TextField id="directive-due" label="反馈期限" type="date" value={draft.dueOn} error={error("dueOn")} onChange={set("dueOn")} /></div>
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={busy}>发给{target.name}</Button>{result ? <span role="alert" className="text-sm text-fail">✕ {error("divisionCode") ?? result.message}</span> : null}</div>
    </form>
  );
}
