import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { readingLabel, type Readings } from "@/lib/standard/readings";
import { RELAXATION_KEYS, RELAXATION_SOURCE, RELAXATIONS } from "@/lib/standard/relaxations";

/** The relaxations of 2019 with their dates, and whether they decide here. */
export function RelaxationsCard({ reading }: { reading: Readings["relaxations"] }) {
  return (
    <Card title={`过渡性规定 ${RELAXATION_KEYS.length} 条`} lead={`${RELAXATION_SOURCE}；现行口径：${readingLabel("relaxations", reading)}。适用的须有建设规划，认定后三年内达到完整标准`}>
      <DataTable caption="过渡性规定" rows={[...RELAXATION_KEYS]} rowKey={(key) => key} columns={[
        { key: "subject", header: "事项", cell: (key) => RELAXATIONS[key].subject },
        { key: "relaxed", header: "放宽到", className: "min-w-44", cell: (key) => RELAXATIONS[key].relaxed },
        { key: "condition", header: "条件", className: "min-w-52", cell: (key) => RELAXATIONS[key].condition },
        { key: "valid", header: "有效期", cell: (key) => <span className="whitespace-nowrap">{RELAXATIONS[key].validFrom} 至 {RELAXATIONS[key].validTo}</span> },
        { key: "use", header: "平台怎样处理", cell: (key) => RELAXATIONS[key].limit === null
          ? <span className="text-muted">所需数据不在填报范围内，只作说明</span>
          : reading === "off" ? <StatusTag tone="neutral">不适用</StatusTag> : <StatusTag tone="warn">{reading === "dated" ? "有效期内适用" : "适用"}</StatusTag> },
      ]} />
    </Card>
  );
}
