"use client";

import Link from "next/link";
import { useActionState, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { GROUPS, GROUP_NAME, type Group } from "@/lib/surveys/questionnaire";
import { MODES, type Mode } from "@/lib/surveys/rules";
import { saveSurvey } from "@/lib/surveys/save-survey";

type Draft = { year: string; title: string; mode: Mode; opensOn: string; closesOn: string; quotas: Partial<Record<Group, string>> };

/** Prepares a survey: when, how, and how many answers of each group are wanted. */
export function SurveyForm({ code, id: givenId, version: givenVersion, given }: { code: string; id: string; version: number; given: Draft }) {
  const [draft, setDraft] = useState(given);
  const [result, save, busy] = useActionState(saveSurvey, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const id = result?.ok ? result.data.id : givenId;
  const set = (key: "year" | "title" | "opensOn" | "closesOn") => (event: { target: { value: string } }) => setDraft({ ...draft, [key]: event.target.value });
  return (
    <form className="space-y-4" onSubmit={sending(() => save({ id, version: result?.ok ? result.data.version : givenVersion, ...draft }))}>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField id="survey-title" label="调查名称" maxLength={60} value={draft.title} error={error("title")} onChange={set("title")} />
        <TextField id="survey-year" label="年度" inputMode="numeric" value={draft.year} error={error("year")} onChange={set("year")} />
        <TextField id="survey-opens" label="开始日期" type="date" value={draft.opensOn} error={error("opensOn")} onChange={set("opensOn")} />
        <TextField id="survey-closes" label="结束日期" type="date" value={draft.closesOn} error={error("closesOn")} onChange={set("closesOn")} />
      </div>
      <fieldset className="text-sm">
        <legend className="font-medium">调查方式</legend>
        {(Object.keys(MODES) as Mode[]).map((mode) => <label key={mode} className="mt-1 flex items-baseline gap-2"><input type="radio" name="mode" checked={draft.mode === mode} onChange={() => setDraft({ ...draft, mode })} /><span>{MODES[mode]}<span className="text-muted">{mode === "open" ? "：凭链接或二维码作答，同一网络每小时有上限。" : "：按对象生成答题码，每个码只能答一次，用于有代表性的抽样。"}</span></span></label>)}
      </fieldset>
      <fieldset>
        <legend className="text-sm font-medium">各类对象的计划份数（选填）</legend>
        <div className="mt-1 grid grid-cols-2 gap-3 sm:grid-cols-4">
          {GROUPS.map((group) => <TextField key={group} id={`quota-${group}`} label={GROUP_NAME[group]} inputMode="numeric" value={draft.quotas[group] ?? ""} error={error(`quotas.${group}`)} onChange={(event) => setDraft({ ...draft, quotas: { ...draft.quotas, [group]: event.target.value } })} />)}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={busy}>保存</Button>
        {id ? <Link className={buttonClass("plain")} href={`/d/${code}/surveys/${id}`} prefetch={false}>查看、开始调查</Link> : null}
        <Said result={result} />
      </div>
    </form>
  );
}
