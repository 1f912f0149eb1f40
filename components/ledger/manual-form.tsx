"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { BUREAU, MANUAL_SOURCES, SOURCE_NAME } from "@/lib/ledger/rules";
import { addManual } from "@/lib/ledger/save-entry";

type Named = { id: string; name: string };
const UNITS_OF_GAP = ["人", "间", "㎡", "元"];

/** Enters a problem by hand: of a review, of the 基本均衡 recognition, a complaint. */
export function ManualForm({ code, schools, units, dueOn }: { code: string; schools: Named[]; units: Named[]; dueOn: string }) {
  const empty = { source: "review", school: "", problem: "", gap: "", gapUnit: "", measure: "", who: "bureau", post: "", dueOn };
  const [draft, setDraft] = useState(empty);
  const [result, add, busy] = useActionState(async (before: Awaited<ReturnType<typeof addManual>> | null) => {
    const { school, who, ...rest } = draft;
    const schoolId = schools.find((one) => one.name === school)?.id ?? (school === "" ? null : school);
    const owner = who === "school" || who === "bureau" ? { owner: who } : { owner: "unit", unitId: who };
    const answer = await addManual(before, { divisionCode: code, schoolId, ...rest, ...owner });
    if (answer.ok) setDraft(empty);
    return answer;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: keyof typeof empty) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail";
  const fault = (field: string) => (error(field) ? <span className="block text-sm font-normal text-fail">✕ {error(field)}</span> : null);
  return (
    <form onSubmit={sending(() => add())} className="space-y-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <label className="block text-sm font-medium">问题来源<select value={draft.source} onChange={set("source")} className={box}>{MANUAL_SOURCES.map((source) => <option key={source} value={source}>{SOURCE_NAME[source]}</option>)}</select></label>
        <label className="block text-sm font-medium">学校（县级问题不填）<input list="ledger-schools" value={draft.school} onChange={set("school")} className={box} aria-invalid={error("schoolId") ? true : undefined} /><datalist id="ledger-schools">{schools.map((school) => <option key={school.id} value={school.name} />)}</datalist>{fault("schoolId")}</label>
      </div>
      <TextArea label="问题" rows={3} maxLength={1000} value={draft.problem} onChange={set("problem")} error={error("problem")} />
      <div className="grid gap-3 sm:grid-cols-4">
        <TextField id="manual-gap" label="缺口（选填）" inputMode="decimal" value={draft.gap} error={error("gap")} onChange={set("gap")} />
        <label className="block text-sm font-medium">缺口的单位<select value={draft.gapUnit} onChange={set("gapUnit")} className={box}><option value="">不填</option>{UNITS_OF_GAP.map((unit) => <option key={unit}>{unit}</option>)}</select>{fault("gapUnit")}</label>
        <label className="block text-sm font-medium">责任单位<select value={draft.who} onChange={set("who")} className={box}><option value="bureau">{BUREAU}</option><option value="school">学校</option>{units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}</select>{fault("owner")}{fault("unitId")}</label>
        <TextField id="manual-post" label="责任岗位（选填）" value={draft.post} error={error("post")} onChange={set("post")} />
      </div>
      <TextArea label="整改措施（选填）" rows={2} maxLength={1000} value={draft.measure} onChange={set("measure")} />
      <TextField id="manual-due" label="整改期限" type="date" value={draft.dueOn} error={error("dueOn")} onChange={set("dueOn")} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={busy}>登记入账</Button>
        {result ? <span role="status" className={result.ok ? "text-sm text-pass" : "text-sm text-fail"}>{result.ok ? <>✓ {result.message}<Link className="link ml-2" href={`/d/${code}/ledger/${result.data.id}`}>查看</Link></> : `✕ ${result.message}`}</span> : null}
      </div>
    </form>
  );
}
