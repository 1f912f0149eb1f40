import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { Difference } from "@/lib/certification/compare-results";
import type { SiteLine } from "@/lib/certification/load-visit";

export const figure = (value: number | null) => (value === null ? "未报" : value.toLocaleString("zh-CN", { maximumFractionDigits: 4 }));

/** What was found so far, and what it changes, as a part of a sentence. */
export function visitSentence(values: readonly SiteLine[], differences: readonly Difference[]): string {
  if (values.length === 0) return "还没有核实值";
  const off = values.filter(({ filed, found }) => filed !== found).length;
  return `核实 ${values.length} 个数据，${off} 个与报送不一致，按核实口径${differences.length === 0 ? "各项结论不变" : `有 ${differences.length} 项结论变化`}`;
}

/** What the verdicts become by what was found. */
export function DifferencesCard({ differences, values }: { differences: Difference[]; values: SiteLine[] }) {
  return (
    <Card title="按核实口径重新判定" lead="报送数据不变；这里是把核实值代入后的结论。">
      {differences.length === 0 ? <p className="text-sm text-muted">{values.length === 0 ? "录入核实值后即时计算。" : "各项结论与报送数据一致。"}</p> : (
        <DataTable caption="结论变化" rows={differences} rowKey={({ label }) => label} columns={[
          { key: "label", header: "项目", cell: ({ label }) => label },
          { key: "filed", header: "报送口径", cell: ({ filed }) => filed },
          { key: "found", header: "核实口径", cell: ({ found, worse }) => <StatusTag tone={worse ? "fail" : "pass"}>{found}</StatusTag> },
        ]} />
      )}
    </Card>
  );
}

/** Found beside filed, with the ground and who entered it. */
export function ValuesTable({ values }: { values: SiteLine[] }) {
  if (values.length === 0) return null;
  return (
    <DataTable caption="核实值" rows={values} rowKey={({ schoolCode, field }) => `${schoolCode}-${field}`} columns={[
      { key: "school", header: "学校", cell: ({ school }) => school },
      { key: "label", header: "项目", cell: ({ label, unit }) => `${label}（${unit}）` },
      { key: "filed", header: "报送值", numeric: true, cell: ({ filed }) => figure(filed) },
      { key: "found", header: "核实值", numeric: true, cell: ({ filed, found }) => <span className={filed === found ? "" : "font-semibold text-fail"}>{figure(found)}</span> },
      { key: "note", header: "依据", cell: ({ note }) => note || "—" },
      { key: "by", header: "录入", cell: ({ byName }) => byName || "—" },
    ]} />
  );
}
