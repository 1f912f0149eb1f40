import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { Problem } from "@/lib/exchange/columns";

type Row = Problem & { id: string };

const COLUMNS: Column<Row>[] = [
  { key: "row", header: "行", cell: ({ row }) => `第 ${row} 行`, className: "whitespace-nowrap" },
  { key: "severity", header: "类别", cell: ({ severity }) => (severity === "error" ? <StatusTag tone="fail">错误</StatusTag> : <StatusTag tone="warn">提醒</StatusTag>) },
  { key: "column", header: "列", cell: ({ column }) => column || "—" },
  { key: "message", header: "说明", cell: ({ message }) => message },
];

/** Every fault of an imported table at once, errors first. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const ordered = [...problems].sort((a, b) => Number(b.severity === "error") - Number(a.severity === "error") || a.row - b.row);
  const rows = ordered.map((problem, index) => ({ ...problem, id: String(index) }));
  return (
    <details open={errors > 0} className="rounded-md border border-line px-4 py-3">
      <summary className="cursor-pointer font-medium">{errors > 0 ? `${errors} 处错误，改正前不能导入` : ""}{errors > 0 && problems.length > errors ? "；" : ""}{problems.length > errors ? `${problems.length - errors} 处提醒，请核对` : ""}</summary>
      <div className="mt-2 max-h-96 overflow-auto"><DataTable caption="表中的问题" columns={COLUMNS} rows={rows} rowKey={({ id }) => id} /></div>
    </details>
  );
}
