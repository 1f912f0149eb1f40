"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { INTERVIEW_GROUPS, INTERVIEW_GROUP_NAME, INTERVIEW_KINDS, INTERVIEW_KIND_NAME, type GroupCount, type InterviewGroup, type InterviewKind } from "@/lib/interviews/rules";
import { editInterview, recordInterview } from "@/lib/interviews/save-interview";

type Props = { code: string; target: { interviewId: string; version: number } | null; draft: { heldOn: string; kind: InterviewKind; topic: string; place: string; summary: string; groups: GroupCount[] } };
type Counts = Record<InterviewGroup, { met: string; satisfied: string }>;

const countsOf = (groups: GroupCount[]): Counts => {
  const of = (group: InterviewGroup) => { const found = groups.find((one) => one.group === group); return { met: found ? String(found.met) : "", satisfied: found ? String(found.satisfied) : "" }; };
  return { parents: of("parents"), teachers: of("teachers"), heads: of("heads"), students: of("students"), delegates: of("delegates"), community: of("community") };
};

/** Whom the county met, in counts only. */
export function InterviewForm({ code, target, draft: given }: Props) {
  const [draft, setDraft] = useState({ heldOn: given.heldOn, kind: given.kind as string, topic: given.topic, place: given.place, summary: given.summary });
  const [counts, setCounts] = useState(() => countsOf(given.groups));
  const [added, add, adding] = useActionState(recordInterview, null);
  const [changed, change, changing] = useActionState(editInterview, null);
  const result = target ? changed : added;
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: keyof typeof draft) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail";
  const groups = INTERVIEW_GROUPS.map((group) => ({ group, ...counts[group] }));
  const cell = (group: InterviewGroup, at: number, key: "met" | "satisfied", label: string) => {
    const fault = error(`groups.${at}.${key}`);
    return (
      <label className="text-sm">{label}<input inputMode="numeric" aria-label={`${INTERVIEW_GROUP_NAME[group]}${label}`} value={counts[group][key]} aria-invalid={fault ? true : undefined} onChange={(event) => setCounts({ ...counts, [group]: { ...counts[group], [key]: event.target.value } })} className="ml-2 w-20 rounded-md border border-line bg-surface px-2 py-1 text-right tabular-nums aria-invalid:border-fail" />{fault ? <span className="block text-fail">✕ {fault}</span> : null}</label>
    );
  };
  return (
    <form className="space-y-3" onSubmit={sending(() => (target ? change({ ...target, ...draft, groups }) : add({ divisionCode: code, ...draft, groups })))}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField id="interview-day" label="日期" type="date" value={draft.heldOn} error={error("heldOn")} onChange={set("heldOn")} />
        <label className="block text-sm font-medium">形式<select value={draft.kind} onChange={set("kind")} className={box}>{INTERVIEW_KINDS.map((kind) => <option key={kind} value={kind}>{INTERVIEW_KIND_NAME[kind]}</option>)}</select></label>
        <TextField id="interview-topic" label="主题" value={draft.topic} error={error("topic")} onChange={set("topic")} />
        <TextField id="interview-place" label="地点（选填）" value={draft.place} error={error("place")} onChange={set("place")} />
      </div>
      <fieldset className="space-y-2"><legend className="text-sm font-medium">人数（只记人数，不记姓名）</legend>
        {INTERVIEW_GROUPS.map((group, at) => <div key={group} className="flex flex-wrap items-start gap-x-4 gap-y-1"><span className="w-40 text-sm">{INTERVIEW_GROUP_NAME[group]}</span>{cell(group, at, "met", "人数")}{cell(group, at, "satisfied", "满意")}</div>)}
        {error("groups") ? <p className="text-sm text-fail">✕ {error("groups")}</p> : null}
      </fieldset>
      <TextArea label="主要意见（选填）" rows={3} maxLength={2000} value={draft.summary} onChange={set("summary")} />
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={adding || changing}>{target ? "保存修改" : "保存记录"}</Button>{result ? <span role="status" className={result.ok ? "text-sm text-pass" : "text-sm text-fail"}>{result.ok ? <>✓ {result.message}{target ? null : <Link className="link ml-2" href={`/d/${code}/interviews/${result.data.id}`}>登记群众反映的问题</Link>}</> : `✕ ${result.message}`}</span> : null}</div>
    </form>
  );
}
