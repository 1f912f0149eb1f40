"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { send } from "@/components/visits/use-kept-draft";
import { STEP_KINDS, STEP_KIND_NAME, type BatchStep } from "@/lib/certification/batch-steps";
import { batch as save } from "@/lib/certification/save-certification";
import { DATED_STAGES, STAGE_NAME, type Stage } from "@/lib/certification/stages";
import { Choice, Line, Outcome, faultsOf } from "./fields";

export type BatchDraft = { year: string; figuresYear: string; name: string; documentNumber: string; issuedOn: string; steps: BatchStep[]; deadlines: Partial<Record<Stage, string>>; version: number };

/** A batch: its steps and last days are data. */
export function BatchForm({ draft: initial, fresh }: { draft: BatchDraft; fresh: boolean }) {
  const [draft, setDraft] = useState(initial);
  const [result, act, busy] = useActionState(() => send(() => save(null, { ...draft, version: initial.version })), null);
  const faults = faultsOf(result);
  const field = (key: "year" | "figuresYear" | "name" | "documentNumber" | "issuedOn") => ({ value: draft[key], error: faults[key], onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value }) });
  const change = (at: number, part: Partial<BatchStep>) => setDraft({ ...draft, steps: draft.steps.map((step, index) => (index === at ? { ...step, ...part } : step)) });
  return (
    <form onSubmit={sending(act)} className="mt-3 space-y-4" aria-label={fresh ? "设立批次" : `修改${initial.name}`}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-5">
        <Line label="评估年度" inputMode="numeric" maxLength={4} readOnly={!fresh} {...field("year")} />
        <Line label="数据（学年初）" inputMode="numeric" maxLength={4} {...field("figuresYear")} />
        <Line label="名称" maxLength={40} {...field("name")} />
        <Line label="通知文号（选填）" maxLength={40} {...field("documentNumber")} />
        <Line label="通知日期（选填）" type="date" {...field("issuedOn")} />
      </div>
      <fieldset className="space-y-2"><legend className="text-sm font-medium">国家认定的步骤（按顺序）</legend>
        {draft.steps.map((step, at) => (
          <div key={at} className="grid items-end gap-2 sm:grid-cols-[1fr_10rem_auto]">
            <Line label={`第 ${at + 1} 步`} maxLength={30} value={step.name} error={faults[`steps.${at}.name`]} onChange={(event) => change(at, { name: event.target.value })} />
            <Choice label="方式" value={step.kind} onChange={(event) => change(at, { kind: STEP_KINDS.find((kind) => kind === event.target.value) ?? "record" })}>{STEP_KINDS.map((kind) => <option key={kind} value={kind}>{STEP_KIND_NAME[kind]}</option>)}</Choice>
            <Button onClick={() => setDraft({ ...draft, steps: draft.steps.filter((_, index) => index !== at) })}>移除</Button>
          </div>
        ))}
        {faults.steps ? <p className="text-sm text-fail">✕ {faults.steps}</p> : null}
        <Button onClick={() => setDraft({ ...draft, steps: [...draft.steps, { key: "", name: "", kind: "record" }] })}>添加一步</Button>
      </fieldset>
      <fieldset><legend className="mb-1 text-sm font-medium">各环节的办理期限（选填）</legend>
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">{DATED_STAGES.map((stage) => <Line key={stage} label={STAGE_NAME[stage]} type="date" value={draft.deadlines[stage] ?? ""} error={faults[`deadlines.${stage}`]} onChange={(event) => setDraft({ ...draft, deadlines: { ...draft.deadlines, [stage]: event.target.value } })} />)}</div>
      </fieldset>
      <Button type="submit" look="primary" disabled={busy}>{fresh ? "设立批次" : "保存修改"}</Button>
      <Outcome result={result} />
    </form>
  );
}
