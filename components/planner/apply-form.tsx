"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { Said } from "@/components/ui/said";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { sending } from "@/components/ui/sending";
import type { EntryChange, PathPreview } from "@/lib/planner/preview-path";
import { figure } from "@/lib/planner/rules";
import { applyPlanPath } from "@/lib/planner/save-plan";

type Props = { plan: { divisionCode: string; id: string; version: number }; budget: string; until: number; preview: PathPreview };

/** More are named by their number: the ledger shows them all. */
const SHOWN = 30;

const costText = ({ costYuan }: EntryChange): string => (costYuan === null ? "不填" : figure(Number(costYuan)));

/** Lists what would be written into targets and ledger, and writes it when a person confirms. */
export function ApplyForm({ plan, budget, until, preview }: Props) {
  const { targets, entries, same, unmatched, open } = preview;
  const router = useRouter();
  const [chosen, setChosen] = useState({ targets: targets.length > 0, ledger: entries.length > 0 });
  const [result, apply, busy] = useActionState(applyPlanPath, null);
  useEffect(() => {
    if (result?.ok) router.refresh();
  }, [result, router]);
  const notes = [
    ...(same > 0 ? [`${same} 项与现有内容一致，不重复写入。`] : []),
    ...(unmatched > 0 ? [`${unmatched} 项增补或调入在台账中没有对应的待整改问题（用于缩小差距，或还没有自查登记），不写入台账。`] : []),
  ];
  return (
    <section aria-label="写入年度目标和整改台账" className="no-print mt-4 border-t border-line pt-4">
      <h3 className="font-semibold">写入年度目标和整改台账</h3>
      <p className="text-sm text-muted">下面是将要写入的内容，确认后才写入，写入后可以在各自的页面修改。{notes.join("")}</p>
      {open === 0 ? <p className="mt-1 text-sm">台账中没有待整改的指标问题，请先在<Link href={`/d/${plan.divisionCode}/ledger`} prefetch={false} className="text-brand hover:underline">整改台账</Link>自查登记。</p> : null}
      {targets.length > 0 ? (
        <details className="mt-3"><summary className="cursor-pointer text-brand">年度目标 {targets.length} 条</summary>
          <DataTable caption="将写入的年度目标" rows={targets} rowKey={(row) => `${row.year}-${row.measure}`} columns={[
            { key: "what", header: "目标", cell: (row) => `${row.year} 年 ${row.label}` },
            { key: "present", header: "现有", numeric: true, cell: (row) => row.present ?? "没有" },
            { key: "target", header: "写入", numeric: true, cell: (row) => row.text },
          ]} />
        </details>
      ) : null}
      {entries.length > 0 ? (
        <details className="mt-3"><summary className="cursor-pointer text-brand">台账问题 {entries.length} 个</summary>
          <DataTable caption="将更新的台账问题" rows={entries.slice(0, SHOWN)} rowKey={(row) => row.id} columns={[
            { key: "school", header: "学校", cell: (row) => row.school },
            { key: "problem", header: "问题", cell: (row) => row.problem },
            { key: "line", header: "整改措施", cell: (row) => row.line },
            { key: "year", header: "计划年度", numeric: true, cell: (row) => row.plannedYear },
            { key: "cost", header: "经费估算", unit: "元", numeric: true, cell: costText },
          ]} />
          {entries.length > SHOWN ? <p className="mt-1 text-sm text-muted">只列出前 {SHOWN} 个，其余 {entries.length - SHOWN} 个一并写入。</p> : null}
        </details>
      ) : null}
      <form className="mt-3 flex flex-wrap items-center gap-4" onSubmit={sending(() => apply({ ...plan, budget, until, ...chosen }))}>
        <label className="flex items-center gap-2 text-sm"><input type="checkbox" checked={chosen.targets} disabled={targets.length === 0} onChange={(event) => setChosen({ ...chosen, targets: event.target.checked })} />写入年度目标</label>
        <label className="flex items-center gap-2 text-sm"><input type="checkbox" checked={chosen.ledger} disabled={entries.length === 0} onChange={(event) => setChosen({ ...chosen, ledger: event.target.checked })} />更新整改台账</label>
        <Button type="submit" look="primary" disabled={busy || (targets.length === 0 && entries.length === 0)}>确认写入</Button>
        {targets.length + entries.length === 0 && !result ? <span className="text-sm text-muted">年度目标和台账已与这个安排一致。</span> : null}
        {result?.ok === false && result.fields.targets ? <span role="alert" className="text-sm text-fail">✕ {result.fields.targets}</span> : <Said result={result} all />}
      </form>
    </section>
  );
}
