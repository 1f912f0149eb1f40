import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { formatThreshold } from "@/lib/evaluation/format";
import { CV_LIMIT, FLOOR_RATIO, INDICATORS, INDICATOR_KEYS, MIN_AT_STANDARD, STANDARD_NAME } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS, RECOGNITION_ITEM, VETO_ITEMS, type StandardItem } from "@/lib/standard/items";

const Items = ({ title, items }: { title: string; items: readonly StandardItem[] }) => (
  <details><summary className="cursor-pointer font-medium">{title}</summary><ol className="mt-2 space-y-1 text-sm">{items.map(({ key, number, title: name, requirement }) => <li key={key}>{number}. {name}：{requirement}</li>)}</ol></details>
);

/** The national standard in plain words, from the same data that judges. */
export function StandardCard() {
  return (
    <Card title="什么是义务教育优质均衡" lead={`依据${STANDARD_NAME}《县域义务教育优质均衡发展督导评估办法》。`}>
      <div className="space-y-3">
        <p className="text-sm">评估一个县的四个方面：资源配置、政府保障程度、教育质量、社会认可度。每所学校七项资源配置指标至少 {MIN_AT_STANDARD} 项达到要求，余项不低于要求的 {FLOOR_RATIO * 100}%；全县每一项指标的校际差异系数，小学不超过 {CV_LIMIT.primary.toFixed(2)}，初中不超过 {CV_LIMIT.junior.toFixed(2)}。其余各项均须达到要求。</p>
        <DataTable caption="资源配置七项指标" rows={[...INDICATOR_KEYS]} rowKey={(key) => key} columns={[
          { key: "name", header: "资源配置指标", cell: (key) => INDICATORS[key].name },
          { key: "unit", header: "单位", cell: (key) => INDICATORS[key].unit },
          { key: "primary", header: "小学", numeric: true, cell: (key) => formatThreshold(INDICATORS[key].threshold.primary) },
          { key: "junior", header: "初中", numeric: true, cell: (key) => formatThreshold(INDICATORS[key].threshold.junior) },
        ]} />
        <Items title={`政府保障程度 ${GOVERNMENT_ITEMS.length} 项`} items={GOVERNMENT_ITEMS} />
        <Items title={`教育质量 ${QUALITY_ITEMS.length} 项`} items={QUALITY_ITEMS} />
        <p className="text-sm">{RECOGNITION_ITEM.title}：{RECOGNITION_ITEM.requirement}</p>
        <details><summary className="cursor-pointer font-medium">一票否决情形 {VETO_ITEMS.length} 种</summary><p className="mt-2 text-sm">经查实有下列情形之一的，不予认定：{VETO_ITEMS.map(({ title }) => title).join("、")}。</p></details>
        <p className="text-sm">程序：县级自评、市级复核（不设市级的除外）、省级评估、国家认定；认定后接受年度监测和复查。</p>
      </div>
    </Card>
  );
}
