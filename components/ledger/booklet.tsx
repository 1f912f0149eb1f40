import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { itemTitle } from "@/lib/ledger/item-names";
import type { LedgerItem } from "@/lib/ledger/list-entries";
import { DATA_MET_NAME, LEDGER_STATE_NAME, SOURCE_NAME } from "@/lib/ledger/rules";
import { gapText, moneyText, ownerText } from "./words";

const stateText = (entry: LedgerItem) => `${entry.state === "waiting" && entry.dataMet ? DATA_MET_NAME : LEDGER_STATE_NAME[entry.state]}${entry.late ? "（逾期）" : ""}`;

/** The pages of one school, or of the county's own problems, in the booklet: for print. */
export function BookletTable({ title, entries }: { title: string; entries: LedgerItem[] }) {
  const left = entries.filter((entry) => entry.state !== "closed").length;
  return (
    <Card title={title} lead={`共 ${entries.length} 个问题，未销号 ${left} 个`} className="break-inside-avoid-page">
      <DataTable caption={title} rows={entries} rowKey={(entry) => entry.id} columns={[
        { key: "problem", header: "问题", className: "sm:w-1/3", cell: (entry) => <>{entry.problem}<span className="block text-xs text-muted">{SOURCE_NAME[entry.source]}{entry.item ? ` · ${itemTitle(entry.item, entry.stage)}` : ""}</span></> },
        { key: "gap", header: "缺口", numeric: true, cell: gapText },
        { key: "measure", header: "整改措施", cell: (entry) => entry.measure || "—" },
        { key: "cost", header: "经费估算", numeric: true, cell: (entry) => moneyText(entry.costYuan) },
        { key: "owner", header: "责任单位、岗位", cell: (entry) => <>{ownerText(entry)}{entry.post ? `、${entry.post}` : ""}</> },
        { key: "planned", header: "计划年度", numeric: true, cell: (entry) => entry.plannedYear ?? "—" },
        { key: "due", header: "期限", cell: (entry) => entry.dueOn ?? "—" },
        { key: "state", header: "状态", cell: stateText },
      ]} />
    </Card>
  );
}
