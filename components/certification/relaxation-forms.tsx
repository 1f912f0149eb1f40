"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { RELAXED_CHOICES } from "@/lib/certification/relaxed-choices";
import { follow, relax } from "@/lib/certification/save-certification";
import { Choice, Line, Outcome, Words, faultsOf } from "./fields";

const LABEL = { plan: "建设计划", confirm: "复查情况" } as const;

/** The county's plan for one relaxed item, or the province's confirmation. */
export function FollowForm({ id, version, act, given, school }: { id: string; version: number; act: "plan" | "confirm"; given: string; school: string }) {
  const [text, setText] = useState(given);
  const [result, run, busy] = useActionState(() => send(() => follow(null, { id, version, act, text })), null);
  return (
    <form onSubmit={sending(run)} className="no-print mt-1 space-y-2" aria-label={`${school}${LABEL[act]}`}>
      <Words label={`${LABEL[act]}（${school}）`} rows={2} maxLength={1000} value={text} error={faultsOf(result).text} onChange={(event) => setText(event.target.value)} />
      <Button type="submit" disabled={busy}>{act === "plan" ? "保存建设计划" : "确认达到完整标准"}</Button>
      <Outcome result={result} />
    </form>
  );
}

/** The province enters what met the standard by a relaxation that the data does not show. */
export function AddRelaxationForm({ caseId, schools }: { caseId: string; schools: { code: string; name: string }[] }) {
  const [draft, setDraft] = useState({ school: "", item: "", text: "" });
  const [result, run, busy] = useActionState(() => send(() => relax(null, { caseId, schoolCode: schools.find(({ name }) => name === draft.school.trim())?.code ?? "", item: draft.item, text: draft.text })), null);
  const faults = faultsOf(result);
  return (
    <form onSubmit={sending(run)} className="no-print mt-3 space-y-3 border-t border-line pt-3" aria-label="登记放宽事项">
      <div className="grid gap-3 sm:grid-cols-2">
        <Line label="学校" list="relaxed-schools" value={draft.school} error={faults.schoolCode} onChange={(event) => setDraft({ ...draft, school: event.target.value })} />
        <datalist id="relaxed-schools">{schools.map(({ code, name }) => <option key={code} value={name} />)}</datalist>
        <Choice label="放宽的项目" value={draft.item} error={faults.item} onChange={(event) => setDraft({ ...draft, item: event.target.value })}><option value="">请选择</option>{RELAXED_CHOICES.map(({ item, subject }) => <option key={item} value={item}>{subject}</option>)}</Choice>
      </div>
      <Words label="放宽的条件和认定时的情况" rows={2} maxLength={1000} value={draft.text} error={faults.text} onChange={(event) => setDraft({ ...draft, text: event.target.value })} />
      <Button type="submit" disabled={busy}>登记放宽事项</Button>
      <Outcome result={result} />
    </form>
  );
}
