import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { DirectiveItem } from "@/lib/directives/load-directives";
import { DIRECTIVE_KINDS, DIRECTIVE_STATE_TONE, directiveStateName } from "@/lib/directives/rules";
import { dateText } from "@/lib/time";

/** Directives by subject, what waits first; each opens where the reader stands. */
export function DirectiveList({ at, directives }: { at: string; directives: DirectiveItem[] }) {
  return (
    <DataTable caption="督办、通报、约谈" rows={directives} rowKey={(row) => row.id} columns={[
      { key: "subject", header: "事由", className: "sm:w-2/5", cell: (row) => <><Link className="link" href={`/d/${at}/directives/${row.id}`} prefetch={false}>{row.subject}</Link>{row.documentNumber ? <span className="block text-xs text-muted">{row.documentNumber}</span> : null}</> },
      { key: "kind", header: "类别", cell: (row) => DIRECTIVE_KINDS[row.kind] },
      { key: "from", header: "发出", cell: (row) => <>{row.fromName}<span className="block text-xs text-muted">{dateText(row.sentAt)}</span></> },
      { key: "to", header: "收到", cell: (row) => row.place },
      { key: "due", header: "反馈期限", cell: (row) => row.dueOn },
      { key: "state", header: "状态", cell: (row) => <span className="flex flex-wrap gap-1"><StatusTag tone={DIRECTIVE_STATE_TONE[row.state]}>{directiveStateName(row.kind, row.state)}</StatusTag>{row.late ? <StatusTag tone="fail">逾期</StatusTag> : null}</span> },
    ]} />
  );
}
