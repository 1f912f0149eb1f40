import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { TraceLink } from "@/components/trace/trace-link";
import { cityPlan } from "@/lib/results/plan-due";
import type { CountyStandingRow } from "@/lib/results/list-county-standings";
import { countiesTrace } from "@/lib/trace/keys";

/** Where a province has no 规划表: its cities with how far they are. */
export function CityList({ counties, year, known }: { counties: CountyStandingRow[]; year: number; /** The platform has recognitions on record. */ known: boolean }) {
  return (
    <Card title="各市进展" lead="按行政区划代码排列；没有数据的显示为“—”。">
      <DataTable caption="各市进展" rows={cityPlan(counties)} rowKey={(row) => row.code} columns={[
        { key: "name", header: "市", cell: (row) => <Link className="link" prefetch={false} href={`/d/${row.code}/overview?year=${year}`}>{row.name}</Link> },
        { key: "counties", header: "县级单位", numeric: true, cell: (row) => row.counties },
        { key: "recognised", header: "已认定", numeric: true, cell: (row) => (known ? <TraceLink href={countiesTrace(row.code, year, "recognised")}>{row.recognised}</TraceLink> : "—") },
        { key: "reported", header: "完成审定", numeric: true, cell: (row) => <TraceLink href={countiesTrace(row.code, year, "reported")}>{row.reported}</TraceLink> },
        { key: "met", header: "达到标准", numeric: true, cell: (row) => (row.reported === 0 ? "—" : <TraceLink href={countiesTrace(row.code, year, "compliant")}>{row.met}</TraceLink>) },
      ]} />
    </Card>
  );
}
