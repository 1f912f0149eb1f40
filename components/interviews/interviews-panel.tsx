import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { InterviewsView } from "@/lib/interviews/load-interviews";
import { INTERVIEW_KIND_NAME, mergeGroups, sumGroups } from "@/lib/interviews/rules";
import { shareText } from "@/lib/items/share";
import { GroupTable } from "./group-table";
import { InterviewForm } from "./interview-form";

/** Whom a county has met, how many were satisfied, and what came of it. */
export function InterviewsPanel({ view: { place, interviews, mayEdit, today } }: { view: InterviewsView }) {
  const groups = mergeGroups(interviews);
  const { met, satisfied } = sumGroups(groups);
  const problems = interviews.reduce((sum, one) => sum + one.problems, 0);
  return (
    <>
      <Finding tone={interviews.length > 0 ? "pending" : "neutral"} sentence={interviews.length === 0 ? `${place.name}还没有座谈走访记录。` : `${place.name}座谈走访 ${interviews.length} 次，听取 ${met.toLocaleString("zh-CN")} 人意见，满意 ${shareText(satisfied, met)}，登记问题 ${problems} 个。`}>只记人数，不记姓名。这里的满意比例供本县掌握情况；社会认可度以问卷和走访的认定结果为准。</Finding>
      {interviews.length > 0 ? (
        <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
          <Card title="座谈走访记录">
            <DataTable caption="座谈走访记录" rows={interviews} rowKey={(row) => row.id} columns={[
              { key: "topic", header: "主题", className: "sm:w-2/5", cell: (row) => <><Link className="link" href={`/d/${place.code}/interviews/${row.id}`} prefetch={false}>{row.topic}</Link><span className="block text-xs text-muted">{INTERVIEW_KIND_NAME[row.kind]}{row.place ? ` · ${row.place}` : ""}</span></> },
              { key: "day", header: "日期", cell: (row) => <span className="tabular-nums">{row.heldOn}</span> },
              { key: "met", header: "人数", numeric: true, cell: (row) => sumGroups(row.groups).met },
              { key: "satisfied", header: "满意", numeric: true, cell: (row) => shareText(sumGroups(row.groups).satisfied, sumGroups(row.groups).met) },
              { key: "problems", header: "登记问题", numeric: true, cell: (row) => row.problems },
            ]} />
          </Card>
          <Card title="按人员汇总"><GroupTable groups={groups} /></Card>
        </div>
      ) : <Empty title="还没有记录">县级教育行政部门或政府教育督导机构记录座谈、走访和访谈。</Empty>}
      {mayEdit ? <Card title="记录一次座谈走访"><InterviewForm code={place.code} target={null} draft={{ heldOn: today, kind: "meeting", topic: "", place: "", summary: "", groups: [] }} /></Card> : null}
    </>
  );
}
