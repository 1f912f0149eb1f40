import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import { itemTitle } from "@/lib/ledger/item-names";
import type { LedgerItem } from "@/lib/ledger/list-entries";
import type { SchoolLedger as View } from "@/lib/ledger/load-school-ledger";
import { SOURCE_NAME, isComputed } from "@/lib/ledger/rules";
import { EntryState } from "./entry-state";
import { gapText, moneyText, ownerText } from "./words";

/** 一校一册: what keeps a school from the standard, and whatever else it has to mend. Each line leads to where it is worked on. */
export function SchoolLedger({ view: { school, entries } }: { view: View }) {
  const left = entries.filter((entry) => entry.state !== "closed");
  const late = left.filter((entry) => entry.late).length;
  const waiting = left.filter((entry) => entry.state === "waiting").length;
  const sentence = entries.length === 0 ? `${school.name}台账中还没有问题。` : left.length === 0 ? `${school.name}台账共 ${entries.length} 个问题，已全部销号。`
    : `${school.name}台账共 ${entries.length} 个问题，未销号 ${left.length} 个${waiting ? `，其中待核验 ${waiting} 个` : ""}${late ? `；${late} 个逾期` : ""}。`;
  const table = (title: string, lead: string, rows: LedgerItem[]) => (
    <Card title={`${title} ${rows.length} 项`} lead={lead}>
      <DataTable caption={title} rows={rows} rowKey={(entry) => entry.id} columns={[
        { key: "problem", header: "问题", className: "sm:w-1/3", cell: (entry) => <><Link className="link" href={`/s/${school.id}/ledger/${entry.id}`} prefetch={false}>{entry.problem}</Link><span className="block text-xs text-muted">{entry.item ? itemTitle(entry.item, entry.stage) : SOURCE_NAME[entry.source]}</span></> },
        { key: "gap", header: "缺口", numeric: true, cell: (entry) => <span className="whitespace-nowrap">{gapText(entry)}</span> },
        { key: "measure", header: "整改措施", cell: (entry) => entry.measure || <span className="text-muted">未填写</span> },
        { key: "cost", header: "经费估算", numeric: true, cell: (entry) => moneyText(entry.costYuan) },
        { key: "owner", header: "责任单位", cell: (entry) => <span>{ownerText(entry)}{entry.post ? <span className="block text-xs text-muted">{entry.post}</span> : null}</span> },
        { key: "planned", header: "计划年度", numeric: true, cell: (entry) => entry.plannedYear ?? "—" },
        { key: "due", header: "整改期限", cell: (entry) => <span className="tabular-nums whitespace-nowrap">{entry.dueOn ?? "—"}</span> },
        { key: "state", header: "状态", cell: (entry) => <EntryState state={entry.state} late={entry.late} dataMet={entry.dataMet} /> },
      ]} />
    </Card>
  );
  const [computed, others] = [entries.filter((entry) => isComputed(entry.source)), entries.filter((entry) => !isComputed(entry.source))];
  return (
    <>
      <Finding tone={late > 0 ? "fail" : left.length > 0 ? "pending" : entries.length > 0 ? "pass" : "neutral"} sentence={sentence}>学校填写措施、经费和进展，由教育行政部门、政府教育督导机构或责任督学核验销号。<span className="no-print mt-2 flex gap-2"><PrintButton /></span></Finding>
      {entries.length === 0 ? <Empty title="没有需要整改的问题">县级教育行政部门自查后，未达标的项目逐条登记在这里。</Empty> : null}
      {computed.length > 0 ? table("标准化建设（一校一册）", "由审定数据逐项对照标准得出。", computed) : null}
      {others.length > 0 ? table("其他整改问题", "来自督导进校、评估意见、座谈走访和群众反映。", others) : null}
    </>
  );
}
