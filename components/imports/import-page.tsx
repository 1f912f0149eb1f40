import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { ImportView } from "@/lib/filings/load-import";
import { yearName } from "@/lib/results/years";
import { ImportPanel } from "./import-panel";
import { StatisticsPanel } from "./statistics-panel";

/** Tables of the county into the drafts of its schools. */
export function ImportPage({ view: { place, year, progress, completed } }: { view: ImportView }) {
  if (year === null || !progress) return <Empty page title="本年度填报尚未开启">开启填报日程后，可以导入基础数据表。</Empty>;
  const what = `${place.name}${yearName(year)}`;
  if (completed) return <Finding tone="pass" sentence={`${what}填报已完成，数据只能通过更正修改，不能再导入。`} />;
  const open = progress.open + progress.returned;
  return (
    <>
      <Finding tone={open > 0 ? "pending" : "neutral"} sentence={open > 0 ? `${what}有 ${open} 所学校正在填报，可以导入数据。` : `${what}没有正在填报的学校，导入不会写入任何数据。`}>
        <p>导入的数据进入草稿，仍由学校核对、校长提交。</p>
      </Finding>
      <ImportPanel divisionCode={place.code} year={year} />
      <StatisticsPanel divisionCode={place.code} year={year} />
    </>
  );
}
