import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { formatShortfall } from "@/lib/evaluation/format";
import { STAGE_NAME, INDICATOR_KEYS, INDICATORS } from "@/lib/standard/indicators";
import { countyAspects } from "@/lib/results/aspects";
import { countyFinding } from "@/lib/findings/headline";
import type { StoredSection } from "@/lib/results/list-sections";
import type { Overview } from "@/lib/results/load-overview";
import { AspectCards } from "./aspect-cards";
import { CvTable } from "./cv-table";
import { Drivers } from "./drivers";
import { ItemList } from "./item-list";
import { ProgressLine } from "./progress-line";
import { ResultFooter } from "./result-footer";

type View = Extract<Overview, { kind: "county" }>;

/** What a section lacks, in words: “骨干教师 还差 6 人；多媒体教室 还差 4 间”. */
export function shortfallText(section: StoredSection): string {
  return INDICATOR_KEYS.flatMap((key) => {
    const amount = section.shortfall[key];
    return amount === undefined || amount <= 0 ? [] : [`${INDICATORS[key].shortName} ${formatShortfall(key, amount)}`];
  }).join("；");
}

const WORST_FIRST = (a: StoredSection, b: StoredSection) => a.standardCount - b.standardCount || a.code.localeCompare(b.code);

export function CountyOverview({ view }: { view: View }) {
  const { place, year, result, sections, progress } = view;
  const finding = countyFinding(place.name, result, year, view.basis);
  const failing = sections.filter((section) => section.complete && !section.compliant).sort(WORST_FIRST);
  return (
    <>
      <Finding tone={finding.tone} sentence={finding.text}>
        <ProgressLine progress={progress} />
      </Finding>
      {result ? (
        <>
          <AspectCards aspects={countyAspects(result)} />
          <CvTable stages={result.stages} />
          <Drivers sections={sections} stages={result.stages} year={year} />
          <div className="grid gap-4 xl:grid-cols-2">
            <Card title={failing.length === 0 ? (progress.approved < progress.expected ? `已审定的 ${sections.length} 所学校（部）均达标，应报 ${progress.expected} 所学校` : "各校均达标") : `${failing.length} 所学校（部）未达标，先看差得最多的`} lead="一贯制学校、完全中学按学段分列；至少6项指标达到要求，余项不能低于要求的85%"
              aside={<Link className="link text-sm" href={`/d/${place.code}/schools?year=${year}`}>全部学校</Link>}>
              {failing.length === 0 ? <p className="text-sm text-muted">{progress.approved < progress.expected ? "其余学校审定后计入。" : "没有需要补齐的学校。"}</p> : (
                <DataTable caption="未达标学校" rows={failing.slice(0, 8)} rowKey={(row) => row.schoolId + row.stage} columns={[
                  { key: "name", header: "学校", cell: (row) => <Link className="link" prefetch={false} href={`/s/${row.schoolId}/overview?year=${year}`}>{row.school}</Link>, className: "min-w-28" },
                  { key: "stage", header: "学段", cell: (row) => STAGE_NAME[row.stage] },
                  { key: "count", header: "达标项", numeric: true, cell: (row) => `${row.standardCount}／7` },
                  { key: "gap", header: "距标准还差", cell: shortfallText },
                  { key: "state", header: "状态", cell: () => <StatusTag tone="fail">未达标</StatusTag> },
                ]} />
              )}
            </Card>
            <ItemList items={result.items} />
          </div>
          <ResultFooter computedAt={result.computedAt} live={view.basis === "live"} standard={result.judgedBy} />
        </>
      ) : <Empty title="还没有审定的数据">学校提交、县级教育行政部门审核通过后，这里立即显示结果。</Empty>}
    </>
  );
}
