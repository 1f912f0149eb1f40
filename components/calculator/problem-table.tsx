import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { Problem } from "@/lib/exchange/base-table";

type Row = Problem & { id: string };

const COLUMNS: Column<Row>[] = [
  { key: "row", header: "行", cell: ({ row }) => `第 ${row} 行` },
  { key: "severity", header: "类别", cell: ({ severity }) => (severity === "error" ? <StatusTag tone="fail">错误</StatusTag> : <StatusTag tone="warn">提醒</StatusTag>) },
  { key: "column", header: "列", cell: ({ column }) => column || "—" },
  { key: "message", header: "说明", cell: ({ message }) => message },
];

/** Every fault of the table at once, where it is and what is expected. */
export function ProblemTable({ problems }: { problems: readonly Problem[] }) {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const title = [errors > 0 ? `${errors} 处错误` : "", warnings > 0 ? `${warnings} 处提醒` : ""].filter(Boolean).join("，");
  return (
    <Card title={title} lead={errors > 0 ? "有错误的表不作计算；提醒只供核对，不影响计算。" : "提醒只供核对，不影响计算。"}>
      <DataTable caption="数据问题" columns={COLUMNS} rows={problems.map((problem, index) => ({ ...problem, id: String(index) }))} rowKey={({ id }) => id} />
    </Card>
  );
}
