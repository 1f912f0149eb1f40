"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { TextField } from "@/components/ui/text-field";
import type { PlanMode } from "@/lib/evaluation/planner/plan-county";
import { MODE_HELP, MODE_NAME, type Money } from "@/lib/planner/rules";
import { askPlan } from "@/lib/planner/save-plan";
import type { IndicatorKey } from "@/lib/standard/indicators";
import { CostFields } from "./cost-fields";
import { Working } from "./working";

type Props = { divisionCode: string; years: number[]; year: number; mayLive: boolean };

const MODES: PlanMode[] = ["additions", "rotation", "both"];
const BLANK: Record<IndicatorKey, string> = { degreeTeachers: "", backboneTeachers: "", artsPeTeachers: "", teachingArea: "", sportsArea: "", equipmentValue: "1", multimediaRooms: "" };
const SELECT = "mt-1 w-full rounded-md border border-line bg-surface px-3 py-2 font-normal";

/** Asks for a plan. What is typed stays where it is, whatever the answer. */
export function SolverForm({ divisionCode, years, year, mayLive }: Props) {
  const router = useRouter();
  const [draft, setDraft] = useState<{ year: string; basis: "approved" | "live"; mode: PlanMode; quota: string; money: Money }>({ year: String(year), basis: "approved", mode: "additions", quota: "", money: "standard" });
  const [costs, setCosts] = useState(BLANK);
  const [result, ask, busy] = useActionState(askPlan, null);
  useEffect(() => {
    if (result?.ok) router.push(`/d/${divisionCode}/plan/solver/${result.data.id}`);
  }, [result, router, divisionCode]);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const waiting = busy || result?.ok === true;
  return (
    <form className="no-print space-y-4" onSubmit={sending(() => ask({ divisionCode, ...draft, unitCost: costs, assumptions: [] }))}>
      <fieldset>
        <legend className="text-sm font-medium">方式</legend>
        <div className="mt-1 grid gap-2 sm:grid-cols-3">
          {MODES.map((mode) => (
            <label key={mode} className="flex gap-2 rounded-md border border-line px-3 py-2 has-checked:border-brand has-checked:bg-brand-soft">
              <input type="radio" name="mode" className="mt-1" checked={draft.mode === mode} onChange={() => setDraft({ ...draft, mode })} />
              <span><span className="block text-sm font-medium">{MODE_NAME[mode]}</span><span className="block text-sm text-muted">{MODE_HELP[mode]}</span></span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <label className="block text-sm font-medium">年度
          <select className={SELECT} value={draft.year} onChange={(event) => setDraft({ ...draft, year: event.target.value })}>{years.map((one) => <option key={one} value={one}>{one}学年初</option>)}</select>
        </label>
        <label className="block text-sm font-medium">数据
          <select className={SELECT} value={draft.basis} onChange={(event) => setDraft({ ...draft, basis: event.target.value === "live" ? "live" : "approved" })}>
            <option value="approved">审定数据</option>
            {mayLive ? <option value="live">实时数据（未审定）</option> : null}
          </select>
        </label>
        <label className="block text-sm font-medium">成本
          <select className={SELECT} value={draft.money} onChange={(event) => setDraft({ ...draft, money: event.target.value === "yuan" ? "yuan" : "standard" })}>
            <option value="standard">折算单位（按标准折算，便于比较）</option>
            <option value="yuan">按元填写单位成本</option>
          </select>
        </label>
        {draft.mode === "additions" ? null : <TextField id="plan-quota" label="交流比例上限（%）" help="占全县高于规定学历教师；不限的留空" inputMode="decimal" maxLength={12} value={draft.quota} error={error("quota")} onChange={(event) => setDraft({ ...draft, quota: event.target.value })} />}
      </div>
      {draft.money === "yuan" ? <CostFields costs={costs} error={error} onChange={(key, value) => setCosts({ ...costs, [key]: value })} /> : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" disabled={waiting}>开始测算</Button>
        {waiting ? <Working rotation={draft.mode !== "additions"} done={result?.ok === true} /> : <Said result={result} />}
      </div>
    </form>
  );
}
