import { DataTable } from "@/components/ui/data-table";
import type { Input } from "@/lib/trace/form-input";

/** What was filled in: the figure, its form and column, and where it stands in the statistics. */
export function InputsTable({ inputs }: { inputs: Input[] }) {
  return (
    <DataTable caption="用到的数" rows={inputs} rowKey={(row) => row.label} columns={[
      { key: "label", header: "数据", cell: (row) => row.label }, { key: "value", header: "数值", numeric: true, cell: (row) => row.value },
      { key: "form", header: "填报表和栏目", cell: (row) => row.form }, { key: "source", header: "统计报表", cell: (row) => row.source },
    ]} />
  );
}
