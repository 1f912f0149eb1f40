import Link from "next/link";
import { CalendarPanel } from "@/components/calendar/calendar-panel";
import { TableCard } from "@/components/imports/table-card";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { QueueView } from "@/lib/filings/load-queue";
import { FILING_STATE_NAME, FILING_STATE_TONE, FILING_STATES, isFilingState } from "@/lib/filings/states";
import { yearName } from "@/lib/results/years";
import { shanghaiDay } from "@/lib/time";
import { SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";

const GROUPS = [
  { title: "待审核", states: ["submitted", "resubmitted"] },
  { title: "已退回、更正中", states: ["returned", "correcting"] },
  { title: "填报中", states: ["open"] },
  { title: "已审定", states: ["approved"] },
];

type Row = QueueView["rows"][number];

/** Before the first year: the roster comes first. Until September the year's figures do not exist. */
function FirstYear({ code, name }: { code: string; name: string }) {
  const [year = "", month = ""] = shanghaiDay(new Date()).split("-");
  return (
    <>
      <Finding tone="pending" sentence={`${name}还没有开启过填报。`}>开启时，按 9 月 1 日在办的学校形成应报名册；请先核对<Link className="link mx-1" href={`/d/${code}/roster`} prefetch={false}>学校名录</Link>。</Finding>
      <CalendarPanel divisionCode={code} calendar={null} nextYear={Number(year) - (month < "09" ? 1 : 0)} schools={[]} unfinished={0} />
    </>
  );
}

/** The county's queue: what waits for its decision first. */
export function QueuePanel({ view }: { view: QueueView }) {
  const { place, year, rows, progress } = view;
  const reasons: Record<string, string> = view.reasons;
  if (year === null || !progress) return view.mayManage ? <FirstYear code={place.code} name={place.name} /> : <Empty page title="本年度填报尚未开启">由县级教育行政部门开启填报日程。</Empty>;
  const known = rows.filter((row) => isFilingState(row.state));
  const sentence = progress.submitted > 0 ? `${place.name}${yearName(year)}有 ${progress.submitted} 所学校的自评等待审核。` : `${place.name}${yearName(year)}没有等待审核的自评：应报 ${progress.expected} 所，已审定 ${progress.approved} 所。`;
  return (
    <>
      <Finding tone={progress.submitted > 0 ? "warn" : progress.approved === progress.expected ? "pass" : "pending"} sentence={sentence} />
      <TableCard code={place.code} year={year} mayImport={view.mayImport && !place.years.some((entry) => entry.year === year && entry.complete)} mayLive={view.mayLive} />
      {view.mayManage && year === place.years[0]?.year ? <CalendarPanel key={`${year}-${view.calendar?.version ?? 0}`} divisionCode={place.code} calendar={view.calendar} nextYear={(place.years[0]?.year ?? year) + 1} schools={known.filter((row) => row.state === "open").map(({ id, name }) => ({ id, name }))} unfinished={progress.open + progress.submitted + progress.returned} /> : null}
      {GROUPS.map((group) => {
        const shown = known.filter((row) => group.states.includes(row.state));
        if (shown.length === 0) return null;
        return (
          <Card key={group.title} title={`${group.title} ${shown.length} 所`}>
            <DataTable caption={group.title} rows={shown} rowKey={(row) => row.id} columns={[
              { key: "name", header: "学校", cell: (row) => <Link className="link" prefetch={false} href={`/s/${row.id}/filing/${year}`}>{row.name}</Link> },
              { key: "kind", header: "办学类型", cell: (row) => SCHOOL_KIND_LABEL[row.kind] },
              { key: "code", header: "学校标识码", cell: (row) => <span className="tabular-nums">{row.code}</span> },
              ...(group.states.includes("returned") ? [{ key: "reason", header: "退回原因", cell: (row: Row) => reasons[row.id] ?? "—", className: "min-w-48" }] : []),
              { key: "state", header: "状态", cell: (row) => { const state = FILING_STATES.find((known) => known === row.state); return state ? <StatusTag tone={FILING_STATE_TONE[state]}>{FILING_STATE_NAME[state]}</StatusTag> : null; } },
            ]} />
          </Card>
        );
      })}
    </>
  );
}
