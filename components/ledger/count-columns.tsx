import type { Column } from "@/components/ui/data-table";
import type { LedgerCounts } from "@/lib/ledger/list-totals";
import { AGES } from "@/lib/ledger/rules";

const shown = (value: number) => value.toLocaleString("zh-CN");

/** The counters and ages, as columns of any table of places or owners. */
export function countColumns<Row extends LedgerCounts>(): Column<Row>[] {
  return [
    { key: "total", header: "问题", numeric: true, cell: (row) => shown(row.total) },
    { key: "closed", header: "已销号", numeric: true, cell: (row) => shown(row.closed) },
    { key: "open", header: "待整改", numeric: true, cell: (row) => shown(row.open) },
    { key: "doing", header: "整改中", numeric: true, cell: (row) => shown(row.doing) },
    { key: "waiting", header: "待核验", numeric: true, cell: (row) => shown(row.waiting) },
    { key: "late", header: "逾期", numeric: true, cell: (row) => (row.late > 0 ? <span className="font-semibold text-fail">{shown(row.late)}</span> : 0) },
    ...AGES.map((age): Column<Row> => ({ key: age.key, header: age.label, unit: "未销号", numeric: true, cell: (row) => shown(row[age.key]) })),
  ];
}
