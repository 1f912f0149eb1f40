"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { z } from "zod/mini";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { Said } from "@/components/ui/said";
import { TextField } from "@/components/ui/text-field";
import { CHECK_ITEMS } from "@/lib/visits/check-items";
import { VISIT_KIND_NAME, type VisitKind } from "@/lib/visits/rules";
import { change, plan } from "@/lib/visits/save-visit";
import { send, useKeptDraft } from "./use-kept-draft";

const draftShape = z.object({ schoolId: z.string(), plannedOn: z.string(), kind: z.string(), organiser: z.string(), items: z.array(z.string()), basis: z.string(), approvalNumber: z.string() });
export type PlanDraft = z.infer<typeof draftShape>;
type School = { id: string; name: string; onList: number; done: number };
type Props = { target: { visitId: string; version: number } | null; draft: PlanDraft; kinds: VisitKind[]; schools: School[]; limit: number | null; base: string };

const box = "mt-1 min-h-12 w-full rounded-md border border-line bg-surface px-3 py-2 text-base font-normal aria-invalid:border-fail";
const tile = "flex min-h-12 items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 has-checked:border-brand has-checked:bg-brand-soft";

/** Plans a visit or changes a plan: one column, large targets; the school's list stands beside the school. seed: X15 */
export function PlanForm({ target, draft: initial, kinds, schools, limit, base }: Props) {
  const router = useRouter();
  const { draft, change: set, forget, recovered } = useKeptDraft(`youjun-visit-plan-${target?.visitId ?? "new"}`, initial, draftShape);
  const [result, save, busy] = useActionState(async () => {
    const done = await send<{ id: string } | { version: number }>(() => (target ? change(null, { ...target, ...draft }) : plan(null, draft)));
    if (!done.ok) return done;
    forget();
    if ("id" in done.data) router.push(`${base}/${done.data.id}`);
    return done;
  }, null);
  const error = (field: string) => (result?.ok === false ? result.fields[field] : undefined);
  const chosen = schools.find((school) => school.id === draft.schoolId);
  const flip = (item: string) => set({ ...draft, items: draft.items.includes(item) ? draft.items.filter((one) => one !== item) : [...draft.items, item] });
  return (
    <form onSubmit={sending(() => save())} className="space-y-5">
      {recovered ? <p className="rounded bg-brand-soft px-3 py-2 text-sm text-brand">已恢复上次没有保存的内容。</p> : null}
      {target ? null : (
        <div className="text-sm"><label htmlFor="plan-school" className="font-medium">学校</label>
          <select id="plan-school" value={draft.schoolId} onChange={(event) => set({ ...draft, schoolId: event.target.value })} aria-invalid={error("schoolId") ? true : undefined} className={box}>
            <option value="">请选择</option>
            {schools.map((school) => <option key={school.id} value={school.id}>{school.name}（本年已列 {school.onList} 次）</option>)}
          </select>
          {chosen && limit !== null ? <span className={`mt-1 block ${chosen.onList >= limit ? "text-fail" : "text-muted"}`}>进校活动清单 {chosen.onList}／{limit} 次{chosen.onList >= limit ? "，已达上限" : ""}</span> : null}
          {error("schoolId") ? <span className="block text-fail">✕ {error("schoolId")}</span> : null}
        </div>
      )}
      <TextField id="plan-day" label="计划日期" type="date" value={draft.plannedOn} error={error("plannedOn")} onChange={(event) => set({ ...draft, plannedOn: event.target.value })} />
      {kinds.length > 1 ? (
        <fieldset className="grid gap-2 sm:grid-cols-2"><legend className="mb-1 text-sm font-medium">类别</legend>
          {kinds.map((kind) => <label key={kind} className={tile}><input type="radio" name="kind" checked={draft.kind === kind} onChange={() => set({ ...draft, kind })} className="size-5" />{VISIT_KIND_NAME[kind]}</label>)}
          {error("kind") ? <p className="text-sm text-fail">✕ {error("kind")}</p> : null}
        </fieldset>
      ) : null}
      {draft.kind === "activity" ? <TextField id="plan-organiser" label="组织活动的单位" maxLength={60} value={draft.organiser} error={error("organiser")} onChange={(event) => set({ ...draft, organiser: event.target.value })} /> : null}
      <fieldset><legend className="mb-1 text-sm font-medium">查看内容</legend>
        <div className="grid gap-2 sm:grid-cols-2">
          {CHECK_ITEMS.map((item) => <label key={item.key} className={tile}><input type="checkbox" checked={draft.items.includes(item.key)} onChange={() => flip(item.key)} className="size-5" /><span>{item.label}<span className="block text-sm text-muted">{item.hint}</span></span></label>)}
        </div>
        {error("items") ? <p className="mt-1 text-sm text-fail">✕ {error("items")}</p> : null}
      </fieldset>
      <TextField id="plan-basis" label="审批依据" maxLength={200} help="未经批准，任何单位不到学校开展活动；每次进校都要写明依据。" value={draft.basis} error={error("basis")} onChange={(event) => set({ ...draft, basis: event.target.value })} />
      <TextField id="plan-number" label="批准文号或清单编号" maxLength={60} value={draft.approvalNumber} error={error("approvalNumber")} onChange={(event) => set({ ...draft, approvalNumber: event.target.value })} />
      <Button type="submit" look="primary" disabled={busy} className="min-h-12 w-full text-base sm:w-auto sm:px-8">{busy ? "正在保存…" : target ? "保存修改" : "列入进校活动清单"}</Button>
      <Said result={result} />
    </form>
  );
}
