"use client";

import Link from "next/link";
import { useState } from "react";
import { DataTable } from "@/components/ui/data-table";
import { itemTitle } from "@/lib/ledger/item-names";
import type { LedgerItem } from "@/lib/ledger/list-entries";
import { SOURCE_NAME } from "@/lib/ledger/rules";
import { AssignBar } from "./assign-bar";
import { EntryState } from "./entry-state";
import { gapText, ownerText, placeText } from "./words";

type Props = { code: string; entries: LedgerItem[]; units: { id: string; name: string }[]; mayAssign: boolean };

/** A page of a county's ledger; the bureau chooses several and says who mends them and by when. */
export function EntryTable({ code, entries, units, mayAssign }: Props) {
  const [chosen, setChosen] = useState<string[]>([]);
  const toggle = (id: string) => setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  return (
    <div className="space-y-3">
      {mayAssign ? <AssignBar code={code} chosen={chosen} units={units} choice={{ all: entries.filter((entry) => entry.state !== "closed").map((entry) => entry.id), onChoose: setChosen }} /> : null}
      <DataTable caption="整改台账" rows={entries} rowKey={(entry) => entry.id} columns={[
        { key: "problem", header: "问题", className: "sm:w-2/5", cell: (entry) => (
          <span className="flex gap-2">
            {mayAssign && entry.state !== "closed" ? <input type="checkbox" checked={chosen.includes(entry.id)} aria-label={`选择“${placeText(entry)}：${entry.problem}”`} onChange={() => toggle(entry.id)} /> : null}
            <span><Link className="link" href={`/d/${code}/ledger/${entry.id}`} prefetch={false}>{entry.problem}</Link><span className="block text-xs text-muted">{placeText(entry)} · {SOURCE_NAME[entry.source]}{entry.item ? ` · ${itemTitle(entry.item, entry.stage)}` : ""}</span></span>
          </span>
        ) },
        { key: "gap", header: "缺口", numeric: true, cell: (entry) => <span className="whitespace-nowrap">{gapText(entry)}</span> },
        { key: "owner", header: "责任单位", cell: (entry) => <span>{ownerText(entry)}{entry.post ? <span className="block text-xs text-muted">{entry.post}</span> : null}</span> },
        { key: "planned", header: "计划年度", numeric: true, cell: (entry) => entry.plannedYear ?? "—" },
        { key: "due", header: "整改期限", cell: (entry) => <span className="tabular-nums whitespace-nowrap">{entry.dueOn ?? "—"}</span> },
        { key: "state", header: "状态", cell: (entry) => <EntryState state={entry.state} late={entry.late} dataMet={entry.dataMet} /> },
      ]} />
    </div>
  );
}
