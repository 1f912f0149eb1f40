import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { StandardItem } from "@/lib/standard/items";

const FILED_BY: Record<StandardItem["level"], string> = { county: "县级填报", school: "学校填报，逐校判定", both: "学校填报，全县汇总" };

/** The items of one aspect in the standard's words, and who files what they are judged by. */
export function ItemsCard({ title, lead, items }: { title: string; lead: string; items: StandardItem[] }) {
  return (
    <Card title={title} lead={lead}>
      <DataTable caption={title} rows={items} rowKey={(item) => item.key} columns={[
        { key: "title", header: "项目", className: "min-w-40", cell: (item) => `${item.number}. ${item.title}` },
        { key: "requirement", header: "要求", className: "min-w-56", cell: (item) => item.requirement },
        { key: "level", header: "数据来源", cell: (item) => FILED_BY[item.level] },
        { key: "source", header: "依据", className: "text-muted", cell: (item) => item.source },
      ]} />
    </Card>
  );
}
