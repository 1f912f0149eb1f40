import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { CaseView } from "@/lib/certification/load-case";
import { MONITOR_NAME } from "@/lib/certification/monitor-names";
import { WATCH_NAME, WATCH_TONE } from "@/lib/certification/monitoring";

/** The years since recognition: what the running data says, and what the province and the nation have concluded. */
export function MonitoringCard({ view: { watch, monitors } }: { view: CaseView }) {
  const years = [...new Set([...watch.map(({ year }) => year), ...monitors.map(({ year }) => year)])].sort((a, b) => b - a);
  if (years.length === 0) return null;
  return (
    <Card title="认定后年度监测" lead="平台数据来自各年审定结果；审定未齐的年度不作判断。">
      <DataTable caption="认定后年度监测" rows={years} rowKey={String} columns={[
        { key: "year", header: "监测年度", cell: (year) => `${year} 年度` },
        { key: "data", header: "平台数据", cell: (year) => { const one = watch.find((row) => row.year === year); return one ? <><StatusTag tone={WATCH_TONE[one.state]}>{WATCH_NAME[one.state]}</StatusTag><span className="block">{one.figuresYear}学年初：{one.text}</span></> : "没有数据"; } },
        { key: "monitors", header: "监测结论", cell: (year) => { const own = monitors.filter((row) => row.year === year); return own.length === 0 ? "尚未记录" : <ul>{own.map((row) => <li key={row.issuerCode}>{row.byName}：{MONITOR_NAME[row.conclusion]}。{row.note}</li>)}</ul>; } },
      ]} />
    </Card>
  );
}
