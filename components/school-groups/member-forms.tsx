"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { end, join, lead, leave } from "@/lib/school-groups/save-group";
import { SchoolSelect, type SchoolOption } from "./school-select";

type Key = { groupId: string; version: number };
const Told = ({ result }: { result: { ok: boolean; message?: string } | null }) => (result ? <p role="status" className={result.ok ? "text-sm text-pass" : "text-sm text-fail"}>{result.ok ? `✓ ${result.message}` : `✕ ${result.message}`}</p> : null);

/** A school joins from a day on. */
export function JoinForm({ schools, today, ...key }: Key & { schools: SchoolOption[]; today: string }) {
  const [schoolId, setSchoolId] = useState("");
  const [joinedOn, setJoinedOn] = useState(today);
  const [result, act, busy] = useActionState(() => join(null, { ...key, schoolId, joinedOn }), null);
  const fields = result?.ok === false ? result.fields : {};
  return (
    <form action={act} className="space-y-3">
      <div className="grid gap-3 sm:grid-cols-2"><SchoolSelect label="学校" schools={schools} value={schoolId} error={fields.schoolId} onChange={setSchoolId} /><TextField id="join-day" label="加入日期" type="date" value={joinedOn} error={fields.joinedOn} onChange={(event) => setJoinedOn(event.target.value)} /></div>
      <Button type="submit" look="primary" disabled={busy}>添加成员</Button>
      <Told result={result} />
    </form>
  );
}

/** What may be done with one member: take the lead, or leave. */
export function MemberActs({ memberId, school, isLead, today, ...key }: Key & { memberId: string; school: string; isLead: boolean; today: string }) {
  const [leftOn, setLeftOn] = useState(today);
  const [left, go, leaving] = useActionState(() => leave(null, { ...key, memberId, leftOn }), null);
  const [led, take, taking] = useActionState(() => lead(null, { ...key, memberId }), null);
  if (isLead) return <span className="text-sm text-muted">牵头学校</span>;
  return (
    <details className="text-left text-sm"><summary className="cursor-pointer text-brand">变动</summary>
      <div className="mt-2 min-w-48 space-y-2 rounded-md bg-page px-3 py-3">
        <form action={take}><Button type="submit" disabled={taking} aria-label={`由${school}牵头`}>改为牵头学校</Button></form>
        <form action={go} className="space-y-2">
          <label className="block">退出日期<input type="date" value={leftOn} onChange={(event) => setLeftOn(event.target.value)} className="mt-1 block w-full rounded-md border border-line bg-surface px-3 py-1.5" /></label>
          <Button type="submit" look="danger" disabled={leaving} aria-label={`${school}退出`}>办理退出</Button>
        </form>
        <Told result={left ?? led} />
      </div>
    </details>
  );
}

/** Ends the group; its history stays. */
export function EndForm({ name, today, ...key }: Key & { name: string; today: string }) {
  const [endedOn, setEndedOn] = useState(today);
  const [result, act, busy] = useActionState(() => end(null, { ...key, endedOn }), null);
  return (
    <details className="card px-5 py-3 text-sm"><summary className="cursor-pointer text-fail">结束“{name}”</summary>
      <form action={act} className="mt-2 space-y-2">
        <TextField id="end-day" label="结束日期" type="date" value={endedOn} error={result?.ok === false ? result.fields.endedOn : undefined} onChange={(event) => setEndedOn(event.target.value)} />
        <p className="text-muted">成员学校从这一天起可以参加其他共同体；名称、成员和起止时间保留。</p>
        <Button type="submit" look="danger" disabled={busy}>确认结束</Button>
        <Told result={result} />
      </form>
    </details>
  );
}
