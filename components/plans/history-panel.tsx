import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { Place } from "@/lib/divisions/get-place";
import type { PlanChangeView } from "@/lib/plans/list-changes";
import { dateTimeText } from "@/lib/time";

const ACT: Record<string, string> = { place: "申报年", note: "备注", submit: "报送", return: "退回", lock: "汇总锁定", unlock: "解锁" };
const year = (value: number | null) => (value === null ? "未列入" : `${value} 年`);
const said = (change: PlanChangeView) => (change.act === "place" ? `${year(change.fromYear)} → ${year(change.toYear)}` : change.text || "—");

/** Every change of the plan, newest first. */
export function HistoryPanel({ place, changes }: { place: Place; changes: PlanChangeView[] }) {
  return (
    <>
      <Finding tone="neutral" sentence={`${place.name}规划表${changes.length > 0 ? `最近 ${changes.length} 次变更` : "还没有变更"}。`} />
      {changes.length === 0 ? <Empty title="还没有变更">列入、改列、报送、退回、锁定和解锁都会记在这里。</Empty> : (
        <Card title="变更记录">
          <DataTable caption="变更记录" rows={changes} rowKey={(row) => row.id} columns={[
            { key: "place", header: "地区", cell: (row) => row.place },
            { key: "act", header: "事项", cell: (row) => ACT[row.act] ?? "变更" },
            { key: "said", header: "内容", cell: said },
            { key: "by", header: "办理", cell: (row) => row.byName },
            { key: "at", header: "时间", cell: (row) => <span className="tabular-nums">{dateTimeText(row.at)}</span> },
          ]} />
        </Card>
      )}
    </>
  );
}
