import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { SchoolTeaching } from "@/lib/teaching-cycle/load-school-teaching";
import { CYCLE_YEARS, RATING_NAME, experimentRate, ratingOf } from "@/lib/teaching-cycle/rules";
import { TeachingForm } from "./entry-form";
import { RecordStateTag } from "./record-state";

const rated = (text: string | null) => { const rating = ratingOf(text); return rating ? RATING_NAME[rating] : "—"; };

/** A school's year in the cycle. */
export function SchoolTeachingPanel({ view }: { view: SchoolTeaching }) {
  const { school, year, start, record, earlier, coverage, edits } = view;
  if (start === null) return <><Finding tone="pending" sentence={`${school.name} ${year} 年不在监测周期内。`} /><Empty title="还没有监测周期">由县级教育行政部门设定 3 年周期后填报。</Empty></>;
  const covered = coverage.reported === 0 ? "还没有填报覆盖人数" : `教师 ${coverage.teachers} 人，累计覆盖 ${coverage.covered} 人，${coverage.text}`;
  const facts: [string, string][] = [
    ["专任教师", record.teachers === null ? "未填" : `${record.teachers} 人`], ["本年度监测", record.coveredYear === null ? "未填" : `${record.coveredYear} 人`], ["本周期累计覆盖", record.coveredCycle === null ? "未填" : `${record.coveredCycle} 人`],
    ["学校自评", `${rated(record.selfRating)}${record.selfNote ? `（${record.selfNote}）` : ""}`], ["县级综评", `${rated(record.countyRating)}${record.countyNote ? `（${record.countyNote}）` : ""}`],
    ["实验开出率", experimentRate(record.experimentsRequired, record.experimentsDone).text],
  ];
  return (
    <>
      <Finding tone={coverage.complete ? "pass" : "pending"} sentence={`${school.name} ${start}—${start + CYCLE_YEARS - 1} 周期：${covered}。`}><span className="inline-flex flex-wrap items-center gap-2">{year} 年度 <RecordStateTag state={record.version === 0 ? null : record.state} />{record.reason ? <span>退回原因：{record.reason}</span> : null}</span></Finding>
      {edits ? <Card title={`填报 ${year} 年度`} lead="只填人数，不填教师姓名。"><TeachingForm record={record} /></Card> : <Card title={`${year} 年度`}><dl className="grid grid-cols-[7rem_1fr] gap-y-1.5 text-sm">{facts.map(([label, value]) => <div key={label} className="contents"><dt className="text-muted">{label}</dt><dd>{value}</dd></div>)}</dl></Card>}
      {earlier.length > 0 ? <Card title="本周期以前各年"><DataTable caption="本周期以前各年" rows={earlier} rowKey={(row) => String(row.year)} columns={[
        { key: "year", header: "年度", cell: (row) => row.year }, { key: "teachers", header: "专任教师", unit: "人", numeric: true, cell: (row) => row.teachers ?? "未填" }, { key: "covered", header: "累计覆盖", unit: "人", numeric: true, cell: (row) => row.coveredCycle ?? "未填" },
        { key: "self", header: "学校自评", cell: (row) => rated(row.selfRating) }, { key: "county", header: "县级综评", cell: (row) => rated(row.countyRating) }, { key: "state", header: "状态", cell: (row) => <RecordStateTag state={row.state} /> },
      ]} /></Card> : null}
    </>
  );
}
