import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { NominationCondition } from "@/lib/nominations/conditions";

/** The preconditions of a nomination: what binds first, then what is shown for the choice. */
export const ConditionsTable = ({ conditions }: { conditions: NominationCondition[] }) => (
  <DataTable caption="前提条件" rows={conditions} rowKey={({ key }) => key} columns={[
    { key: "label", header: "条件", cell: ({ label, binding }) => <>{label}{binding ? "" : "（供遴选参考）"}</> },
    { key: "met", header: "情况", cell: ({ met }) => (met === null ? <StatusTag tone="neutral">尚无结论</StatusTag> : met ? <StatusTag tone="pass">满足</StatusTag> : <StatusTag tone="warn">未满足</StatusTag>) },
    { key: "text", header: "依据", cell: ({ text }) => text },
  ]} />
);
