import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import type { VisitItem } from "@/lib/visits/list-visits";
import { VISIT_KIND_NAME } from "@/lib/visits/rules";
import { VisitStateTag } from "./visit-state";

/** Visits by day; `base` is the family of pages that the reader is in. */
export function VisitTable({ visits, base, schools = true }: { visits: VisitItem[]; base: string; schools?: boolean }) {
  return (
    <DataTable caption="访校记录" rows={visits} rowKey={(visit) => visit.id} columns={[
      { key: "day", header: "日期", className: "whitespace-nowrap", cell: (visit) => <Link className="link tabular-nums" href={`${base}/${visit.id}`} prefetch={false}>{visit.visitedOn ?? visit.plannedOn}</Link> },
      ...(schools ? [{ key: "school", header: "学校", cell: (visit: VisitItem) => visit.school }] : []),
      { key: "kind", header: "类别", cell: (visit) => `${VISIT_KIND_NAME[visit.kind]}${visit.organiser ? `（${visit.organiser}）` : ""}` },
      { key: "visitor", header: "安排人", cell: (visit) => visit.visitor },
      { key: "approval", header: "批准文号", cell: (visit) => visit.approvalNumber },
      { key: "issues", header: "提出问题", numeric: true, cell: (visit) => (visit.visitedOn ? visit.issues : "—") },
      { key: "state", header: "状态", cell: (visit) => <VisitStateTag state={visit.state} missed={visit.missed} /> },
    ]} />
  );
}
