import clsx from "clsx";
import { CvTable } from "@/components/results/cv-table";
import { Card } from "@/components/ui/card";
import { stageLabel } from "@/lib/exchange/columns";
import { shortfallText, type Report } from "@/lib/exchange/evaluation-report";
import { mainContributors, reportFinding } from "@/lib/exchange/report-finding";
import { ProblemTable } from "./problem-table";
import { SectionValues } from "./section-values";

const EDGE = { pass: "border-l-pass", fail: "border-l-fail", pending: "border-l-brand" } as const;

type Line = { key: string; name: string; text: string };

function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl className="space-y-2 text-sm">
      {lines.map(({ key, name, text }) => (
        <div key={key} className="sm:flex sm:gap-4">
          <dt className="font-medium sm:w-56 sm:shrink-0">{name}</dt>
          <dd className="text-muted">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The answer of the calculator: the finding, then what proves it. */
export function ReportView({ report, source }: { report: Report; source: string }) {
  const { tone, text } = reportFinding(report);
  const lacking = report.sections.filter((section) => !section.compliant).map((section): Line => ({ key: section.code + section.stage, name: `${section.school}（${stageLabel(section.stage)}）`, text: shortfallText(section) }));
  const drivers = mainContributors(report).map((line): Line => ({ key: line.name, ...line }));
  return (
    <>
      <Card title={text} lead={`数据来源：${source}`} className={clsx("border-l-4", EDGE[tone])}>{null}</Card>
      {report.problems.length > 0 ? <ProblemTable problems={report.problems} /> : null}
      {report.sections.length > 0 ? <CvTable stages={report.stages} /> : null}
      {drivers.length > 0 ? <Card title="超限的差异系数主要来自这些学校" lead="各校占该项差异系数平方的比例"><Lines lines={drivers} /></Card> : null}
      {lacking.length > 0 ? <Card title={`${lacking.length} 所学校（部）未达标，差额如下`}><Lines lines={lacking} /></Card> : null}
      {report.sections.length > 0 ? <SectionValues sections={report.sections} /> : null}
      {report.excluded.length > 0 ? <Card title={`${report.excluded.length} 所学校不参与资源配置评估`}><Lines lines={report.excluded.map(({ code, school, reason }) => ({ key: code, name: school, text: reason }))} /></Card> : null}
    </>
  );
}
