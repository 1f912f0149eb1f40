import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { CountyTeaching } from "@/lib/teaching-cycle/load-county-teaching";
import { CYCLE_YEARS, RATING_NAME, experimentRate, ratingOf } from "@/lib/teaching-cycle/rules";
import { shanghaiDay } from "@/lib/time";
import { CycleForm } from "./cycle-form";
import { RecordStateTag } from "./record-state";
import { ReviewForm } from "./review-form";

type Row = CountyTeaching["rows"][number];
const rated = (text: string | null) => { const rating = ratingOf(text); return rating ? RATING_NAME[rating] : "—"; };

function Experiments({ row }: { row: Row }) {
  const { text, met } = experimentRate(row.record?.experimentsRequired ?? null, row.record?.experimentsDone ?? null);
  return met === false ? <span className="font-semibold text-fail">{text}</span> : <>{text}</>;
}

/** A county's cycle: coverage of all teachers, each school's self-rating and the county's rating, experiments. seed: X10, X17 */
export function CountyTeachingPanel({ view }: { view: CountyTeaching }) {
  const { place, year, start, starts, manages, rows, coverage, counts } = view;
  if (year === null || start === null || !coverage) {
    return (
      <>
        <Finding tone="warn" sentence={`${place.name}${year === null ? "" : ` ${year} 年`}还没有设定教学质量监测周期。`}>建立学校自评、县级综评制度，3 年一个周期覆盖全部教师。</Finding>
        {manages ? <Card title="设定周期"><CycleForm divisionCode={place.code} proposal={year ?? Number(shanghaiDay(new Date()).slice(0, 4))} /></Card> : <Empty title="等待县级设定周期">由县级教育行政部门设定周期的开始年份，各校随后填报。</Empty>}
      </>
    );
  }
  const end = start + CYCLE_YEARS - 1;
  const missing = coverage.expected - coverage.reported;
  const short = rows.filter((row) => experimentRate(row.record?.experimentsRequired ?? null, row.record?.experimentsDone ?? null).met === false).length;
  return (
    <>
      <Finding tone={coverage.complete ? "pass" : year === end ? "warn" : "pending"} sentence={`${place.name} ${start}—${end} 周期（第 ${year - start + 1} 年）：已确认的 ${coverage.reported} 所学校教师 ${coverage.teachers.toLocaleString("zh-CN")} 人，监测覆盖 ${coverage.covered.toLocaleString("zh-CN")} 人，${coverage.text}${missing > 0 ? `；还有 ${missing} 所未报或未确认，未计入` : ""}。`}>
        {year} 年度待确认 {counts.submitted} 所，已确认 {counts.confirmed} 所；实验开出率未到 100% 的 {short} 所。
      </Finding>
      {manages && !starts.includes(end + 1) && year === end ? <Card title="下一个周期"><CycleForm divisionCode={place.code} proposal={end + 1} /></Card> : null}
      <Card title={`${year} 年度各校`} lead="累计覆盖按本周期内最近一次确认的记录计算">
        <DataTable caption="各校教学质量监测" rows={rows} rowKey={(row) => row.school.id} columns={[
          { key: "name", header: "学校", cell: (row) => <Link className="link" href={`/s/${row.school.id}/teaching?year=${year}`} prefetch={false}>{row.school.name}</Link> },
          { key: "teachers", header: "专任教师", unit: "人", numeric: true, cell: (row) => row.record?.teachers ?? "—" },
          { key: "year", header: "本年监测", unit: "人", numeric: true, cell: (row) => row.record?.coveredYear ?? "—" },
          { key: "cycle", header: "周期覆盖", numeric: true, cell: (row) => (row.coverage.complete ? <StatusTag tone="pass">{row.coverage.text}</StatusTag> : row.coverage.text) },
          { key: "self", header: "学校自评", cell: (row) => rated(row.record?.selfRating ?? null) },
          { key: "county", header: "县级综评", cell: (row) => rated(row.record?.countyRating ?? null) },
          { key: "experiments", header: "实验开出率", numeric: true, cell: (row) => <Experiments row={row} /> },
          { key: "state", header: "状态", cell: (row) => <RecordStateTag state={row.record?.state ?? null} above={view.above} /> },
          ...(manages ? [{ key: "act", header: "办理", cell: (row: Row) => (row.record && row.record.state !== "draft" ? <ReviewForm key={row.record.version} school={row.school.name} record={row.record} /> : "—") }] : []),
        ]} />
      </Card>
    </>
  );
}
