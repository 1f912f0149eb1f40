import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { areaFinding } from "@/lib/findings/headline";
import type { SchoolsView } from "@/lib/results/load-schools";
import { TraceLink } from "@/components/trace/trace-link";
import { sectionsTrace } from "@/lib/trace/keys";
import { SchoolTableCard } from "./schools-panel";

/** Above the county: the divisions below, to go further down, and the schools of all of them. */
export function ChildTable({ view }: { view: Extract<SchoolsView, { kind: "area" }> }) {
  const { place, year, children } = view;
  const finding = areaFinding(place.name, children, year);
  return (
    <>
      <Finding tone={finding.tone} sentence={finding.text} />
      <Card title="下级单位" lead="点名称进入，直到学校">
        <DataTable caption="下级单位" rows={children} rowKey={(row) => row.code} columns={[
          { key: "name", header: "名称", cell: (row) => <Link className="link" prefetch={false} href={`/d/${row.code}/schools?year=${year}`}>{row.name}</Link> },
          { key: "sections", header: "学校（部）", numeric: true, cell: (row) => row.sections.toLocaleString("zh-CN") },
          { key: "compliant", header: "其中达标", numeric: true, cell: (row) => (row.sections === 0 ? "—" : <TraceLink href={sectionsTrace(row.code, year)}>{row.compliantSections.toLocaleString("zh-CN")}</TraceLink>) },
          { key: "short", header: "未达标或数据不全", numeric: true, cell: (row) => (row.sections - row.compliantSections).toLocaleString("zh-CN") },
        ]} />
      </Card>
      <SchoolTableCard view={view} />
    </>
  );
}
