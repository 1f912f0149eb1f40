import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import { StatusTag } from "@/components/ui/status-tag";
import type { ReportsView } from "@/lib/self-reports/load-reports";
import { REPORT_SECTIONS, REPORT_SECTION_KEYS, REPORT_STATE_NAME, REPORT_STATE_TONE } from "@/lib/self-reports/rules";
import { dateText } from "@/lib/time";
import { CountyReportForm } from "./county-report-form";
import { ReportDecision } from "./report-decision";
import { ReportForm } from "./report-form";

function Merged({ view }: { view: ReportsView }) {
  const { county, place, year } = view;
  return (
    <Card title={`${place.name}${year}年度义务教育优质均衡发展自评报告`} aside={<span className="no-print"><PrintButton /></span>}>
      {county.opening ? <><h3 className="font-semibold">总体情况</h3><p className="mb-3 whitespace-pre-line">{county.opening}</p></> : null}
      {county.merged.map((section) => (
        <section key={section.title} className="mb-3"><h3 className="font-semibold">{section.title}</h3>
          {section.parts.length === 0 ? <p className="text-sm text-muted">还没有采纳的自评。</p> : section.parts.map((part) => <p key={part.unit} className="mt-1 whitespace-pre-line"><span className="font-medium">{part.unit}：</span>{part.text}</p>)}
        </section>
      ))}
      {county.conclusion ? <><h3 className="font-semibold">自评结论</h3><p className="whitespace-pre-line">{county.conclusion}</p></> : null}
    </Card>
  );
}

/** A unit's own report; for the bureau every unit's and the merged one; above, what was filed. */
export function ReportsPanel({ view }: { view: ReportsView }) {
  const { place, year, reports, own, manages, county } = view;
  if (year === null) return <Empty page title="本年度还没有开启">县级教育行政部门开启年度填报后，各部门、乡镇在这里自评。</Empty>;
  if (own)
    return (
      <>
        <Finding tone={REPORT_STATE_TONE[own.state]} sentence={`${own.unit} ${year} 年度自评：${REPORT_STATE_NAME[own.state]}。`}>各部门、乡镇每年自评，由教育行政部门汇总成全县自评报告上报。</Finding>
        <Card title="本单位自评"><ReportForm key={own.version} divisionCode={place.code} year={year} report={own} /></Card>
      </>
    );
  if (reports.length === 0)
    return county.filedAt ? <><Finding tone="pass" sentence={`${place.name} ${year} 年度自评报告于 ${dateText(county.filedAt)} 上报。`} /><Merged view={view} /></> : <Empty title={`${place.name}还没有上报 ${year} 年度自评报告`}>县级上报后可以查看。</Empty>;
  const accepted = reports.filter((report) => report.state === "accepted").length;
  return (
    <>
      <Finding tone={county.filedAt ? "pass" : accepted === reports.length ? "pending" : "warn"} sentence={county.filedAt ? `${place.name} ${year} 年度自评报告已于 ${dateText(county.filedAt)} 上报。` : `${place.name} ${year} 年度 ${reports.length} 个部门、乡镇，已采纳自评 ${accepted} 份。`} />
      <Card title="部门、乡镇自评">
        <ul className="divide-y divide-line">
          {reports.map((report) => (
            <li key={report.unitId} className="space-y-2 py-3">
              <div className="flex flex-wrap items-baseline gap-3"><span className="font-medium">{report.unit}</span><StatusTag tone={REPORT_STATE_TONE[report.state]}>{REPORT_STATE_NAME[report.state]}</StatusTag>{report.reason && report.state === "returned" ? <span className="text-sm text-muted">退回原因：{report.reason}</span> : null}</div>
              {report.state === "submitted" || report.state === "accepted" ? <details><summary className="cursor-pointer text-sm text-brand">查看自评</summary><dl className="mt-2 space-y-2 text-sm">{REPORT_SECTION_KEYS.map((key) => <div key={key}><dt className="font-medium">{REPORT_SECTIONS[key]}</dt><dd className="whitespace-pre-line">{report.sections[key]}</dd></div>)}</dl></details> : null}
              {manages && !county.filedAt ? <ReportDecision key={report.version} divisionCode={place.code} year={year} report={report} /> : null}
            </li>
          ))}
        </ul>
      </Card>
      {manages && !county.filedAt ? <Card title="全县自评报告"><CountyReportForm key={county.version} divisionCode={place.code} year={year} report={county} /></Card> : null}
      <Merged view={view} />
    </>
  );
}
