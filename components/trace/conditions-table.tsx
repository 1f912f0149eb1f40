import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { Condition } from "@/lib/trace/verdict-conditions";

/** 达标, 未达标 or open. */
export function MetTag({ met }: { met: boolean | null }) {
  return met === null ? <StatusTag tone="pending">数据不全</StatusTag> : met ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>;
}

/** What a verdict hangs on, condition by condition. */
export function ConditionsTable({ conditions }: { conditions: Condition[] }) {
  return (
    <DataTable caption="结论的条件" rows={conditions} rowKey={(row) => row.name} columns={[
      { key: "name", header: "条件", cell: (row) => row.name }, { key: "text", header: "情况", cell: (row) => row.text }, { key: "state", header: "结论", cell: (row) => <MetTag met={row.met} /> },
    ]} />
  );
}
