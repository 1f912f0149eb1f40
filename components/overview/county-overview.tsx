import Link from "next/link";
import { ResultFooter } from "@/components/results/result-footer";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { countyFinding } from "@/lib/findings/headline";
import { countyAspects } from "@/lib/results/aspects";
import type { CountyOverviewView } from "@/lib/results/load-county-overview";
import { itemTrace, liveTrace, verdictTrace } from "@/lib/trace/keys";
import { AspectCards } from "./aspect-cards";
import { CvTable } from "@/components/results/cv-table";
import { Drivers } from "./drivers";
import { FindingList } from "./finding-list";
import { ItemList } from "./item-list";
import { LoadCards } from "./load-cards";
import { ProgressLine } from "./progress-line";
import { SectionHeat } from "./section-heat";

/** A county: what its figures say, the four aspects, the coefficients and the schools they lie in, schools × indicators, the work. */
export function CountyOverview({ view }: { view: CountyOverviewView }) {
  const { place, year, result, worst, drivers, schoolIds, progress, findings, crowding, work } = view;
  const finding = countyFinding(place.name, result, year, view.basis);
  const traced = view.basis === "approved" ? { code: place.code, year } : undefined;
  const verdict = verdictTrace(place.code, year);
  return (
    <>
      <Finding tone={finding.tone} sentence={finding.text}><ProgressLine progress={progress} />{result && traced ? <Link className="link no-print" prefetch={false} href={verdict}>结论的依据</Link> : null}</Finding>
      <FindingList findings={findings} />
      {result ? (
        <>
          <AspectCards aspects={countyAspects(result)} traces={traced && { 资源配置: verdict, 政府保障程度: verdict, 教育质量: verdict, 社会认可度: itemTrace(place.code, year, "recognition") }} />
          <LoadCards code={place.code} year={year} crowding={crowding} work={work} />
          <CvTable stages={result.stages} traced={traced} />
          <Drivers drivers={drivers} schoolIds={schoolIds} year={year} traced={traced} />
          <SectionHeat code={place.code} year={year} worst={worst} sections={result.sections} compliant={result.compliantSections} standard={result.judgedBy} progress={progress} traced={traced !== undefined} />
          <ItemList items={result.items} traced={traced} />
          <ResultFooter computedAt={result.computedAt} live={view.basis === "live" ? liveTrace(place.code, year) : null} standard={result.judgedBy} />
        </>
      ) : <Empty title="还没有审定的数据">学校提交、县级教育行政部门审核通过后，这里立即显示结果。</Empty>}
    </>
  );
}
