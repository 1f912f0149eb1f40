"use client";

import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextArea } from "@/components/ui/text-area";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { raiseInterviewProblem } from "@/lib/interviews/save-interview";
import { BUREAU } from "@/lib/ledger/rules";

type Named = { id: string; name: string };

/** A problem that people raised, into the ledger with who mends it and by when. */
export function ProblemForm({ interviewId, schools, units, dueOn }: { interviewId: string; schools: Named[]; units: Named[]; dueOn: string }) {
  const empty = { school: "", problem: "", who: "bureau", dueOn };
  const [draft, setDraft] = useState(empty);
  const [result, raise, busy] = useActionState(async (before: Awaited<ReturnType<typeof raiseInterviewProblem>> | null) => {
    const schoolId = schools.find((one) => one.name === draft.school)?.id ?? (draft.school === "" ? null : draft.school);
    const owner = draft.who === "school" || draft.who === "bureau" ? { owner: draft.who } : { owner: "unit", unitId: draft.who };
    const answer = await raiseInterviewProblem(before, { interviewId, schoolId, problem: draft.problem, dueOn: draft.dueOn, ...owner });
    if (answer.ok) setDraft(empty);
    return answer;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const set = (key: keyof typeof empty) => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  const box = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal aria-invalid:border-fail";
  const fault = (field: string) => (error(field) ? <span className="block font-normal text-fail">✕ {error(field)}</span> : null);
  return (
    <form onSubmit={sending(() => raise())} className="no-print space-y-3 text-sm">
      <TextArea label="反映的问题" rows={2} maxLength={1000} value={draft.problem} onChange={set("problem")} error={error("problem")} />
      <div className="grid gap-3 sm:grid-cols-3">
        <label className="block font-medium">学校（县级问题不填）<input list="interview-schools" value={draft.school} onChange={set("school")} className={box} aria-invalid={error("schoolId") ? true : undefined} /><datalist id="interview-schools">{schools.map((school) => <option key={school.id} value={school.name} />)}</datalist>{fault("schoolId")}</label>
        <label className="block font-medium">责任单位<select value={draft.who} onChange={set("who")} className={box}><option value="bureau">{BUREAU}</option><option value="school">学校</option>{units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}</select>{fault("owner")}{fault("unitId")}</label>
        <TextField id="problem-due" label="解决期限" type="date" value={draft.dueOn} error={error("dueOn")} onChange={set("dueOn")} />
      </div>
      <div className="flex flex-wrap items-center gap-3"><Button type="submit" look="primary" disabled={busy}>登记到整改台账</Button><Said result={result} /></div>
    </form>
  );
}
