import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { areaFinding } from "@/lib/findings/headline";
import type { Overview } from "@/lib/results/load-overview";
import { ProgressLine } from "./progress-line";
import { SpreadTable } from "./spread-table";

type View = Extract<Overview, { kind: "area" }>;

const NEXT_LEVEL = { nation: "省级单位", province: "市", city: "县级单位", county: "学校" } as const;
const percent = (part: number, whole: number) => (whole === 0 ? "—" : `${(Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`);

export function AreaOverview({ view }: { view: View }) {
  const { place, year, children, spread, progress } = view;
  const finding = areaFinding(place.name, children, year);
  return (
    <>
      <Finding tone={finding.tone} sentence={finding.text}><ProgressLine progress={progress} /></Finding>
      <SpreadTable spread={spread} />
      <Card title={`各${NEXT_LEVEL[place.level]}进展`} lead="按行政区划代码排列，点名称查看下级；没有数据的单位显示为“—”">
        <DataTable caption={`各${NEXT_LEVEL[place.level]}进展`} rows={children} rowKey={(row) => row.code} columns={[
          { key: "name", header: NEXT_LEVEL[place.level], cell: (row) => <Link className="link" prefetch={false} href={`/d/${row.code}/overview?year=${year}`}>{row.name}</Link> },
          ...(place.level === "city" ? [] : [{ key: "counties", header: "县级单位", numeric: true, cell: (row: (typeof children)[number]) => row.counties }]),
          { key: "reported", header: "完成审定", numeric: true, cell: (row) => row.reported },
          { key: "resource", header: "资源配置达标", numeric: true, cell: (row) => (row.reported === 0 ? "—" : row.resourcePassed) },
          { key: "compliant", header: "四方面达标", numeric: true, cell: (row) => (row.reported === 0 ? "—" : row.compliant) },
          { key: "sections", header: "学校（部）达标率", numeric: true, cell: (row) => percent(row.compliantSections, row.sections) },
          { key: "cv", header: "差异系数达标率", numeric: true, cell: (row) => percent(row.cvWithinLimit, row.cvCount) },
        ]} />
      </Card>
    </>
  );
}
