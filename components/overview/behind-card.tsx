import Link from "next/link";
import { Card } from "@/components/ui/card";
import { TraceLink } from "@/components/trace/trace-link";
import { DataTable } from "@/components/ui/data-table";
import type { BehindRow } from "@/lib/targets/list-behind";
import { sectionsTrace } from "@/lib/trace/keys";

const SHOWN = 8;

/** Counties behind their plan, the first in the order of codes; the whole list has its own page. */
export function BehindCard({ code, rows }: { code: string; rows: BehindRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title={`${rows.length} 个县进度落后于规划`} lead="以各县最近一个完整学年初的审定数据为准，按行政区划代码排列。" aside={<Link className="link text-sm" prefetch={false} href={`/d/${code}/plan/behind`}>全部{rows.length > SHOWN ? ` ${rows.length} 个` : ""}</Link>}>
      <DataTable caption="进度落后的县" rows={rows.slice(0, SHOWN)} rowKey={(row) => row.code} columns={[
        { key: "name", header: "县（市、区）", className: "whitespace-nowrap", cell: (row) => <Link className="link" prefetch={false} aria-label={`${row.name}规划`} href={`/d/${row.code}/plan`}>{row.name}</Link> },
        { key: "plan", header: "申报年", cell: (row) => row.planYear ?? "未列入" },
        { key: "latest", header: "学校（部）达标", numeric: true, cell: (row) => (row.latest ? <TraceLink href={sectionsTrace(row.code, row.latest.year)}>{row.latest.text}</TraceLink> : "—") },
        { key: "reasons", header: "表现", className: "sm:w-1/2", cell: (row) => `${row.reasons[0] ?? "—"}${row.reasons.length > 1 ? `等 ${row.reasons.length} 条` : ""}` },
      ]} />
    </Card>
  );
}
