import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import type { PeersView } from "@/lib/compare/load-peers";
import type { PublishedFigures } from "@/lib/compare/published";
import type { Features } from "@/lib/compare/similar";
import { formatCv } from "@/lib/evaluation/format";
import { yearName } from "@/lib/results/years";
import { CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

type County = { code: string; name: string; mark: string; source: string[]; features: Features | null; figures: PublishedFigures | null };
type Line = { name: string; cell: (figures: PublishedFigures, features: Features) => ReactNode };
const n = (value: number) => value.toLocaleString("zh-CN");
const verdict = (met: boolean | null) => (met === null ? "数据不全" : met ? "达标" : "未达标");

function Cv({ figures, stage, indicator }: { figures: PublishedFigures; stage: Stage; indicator: IndicatorKey }) {
  const own = figures.stages[stage]?.indicators[indicator];
  if (!own || own.cv === null) return "—";
  return own.cvPass ? formatCv(own.cv) : <span className="font-semibold text-fail">{formatCv(own.cv, own.cvLimit)}<span className="sr-only">，超过限值</span></span>;
}

const passed = ({ items }: PublishedFigures, prefix: string) => { const own = items.filter(({ item }) => item.startsWith(prefix)); return `${own.filter(({ met }) => met === true).length}／${own.length}`; };
const LINES: Line[] = [
  { name: "在校生，含不计入评估的学校（人）", cell: (_, { pupils }) => n(pupils) },
  { name: "城区在校生占比（%）", cell: (_, { urban }) => (urban * 100).toFixed(1) },
  { name: "不足 100 人的学校（所）", cell: (_, { small }) => n(small) },
  ...STAGES.map((stage): Line => ({ name: `${STAGE_NAME[stage]}学校（部）`, cell: ({ stages }) => n(stages[stage]?.sections ?? 0) })),
  { name: "达标学校（部）", cell: ({ compliantSections, sections }) => `${n(compliantSections)}／${n(sections)}` },
  { name: "资源配置", cell: ({ resource }) => verdict(resource) },
  { name: "政府保障程度达标项", cell: (figures) => passed(figures, "gov-") },
  { name: "教育质量达标项", cell: (figures) => passed(figures, "qual-") },
  { name: "社会认可度", cell: ({ items }) => verdict(items.find(({ item }) => item === "recognition")?.met ?? null) },
  { name: "四个方面", cell: (figures) => verdict(figures.verdict) },
  ...STAGES.flatMap((stage) => INDICATOR_KEYS.map((key): Line => ({ name: `${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数`, cell: (figures) => <Cv figures={figures} stage={stage} indicator={key} /> }))),
];

/** The county and the chosen ones line by line; above each figure of another county stands what published it. */
export function PeerTable({ view: { place, year, own, peers } }: { view: PeersView }) {
  const counties: County[] = [
    { code: place.code, name: `${place.name}（本县）`, mark: "内部", source: ["本县审定数据", yearName(year)], ...own },
    ...peers.map((peer): County => ({ code: peer.code, name: peer.name, mark: "已公布", source: [peer.number, `${peer.day} 公布`, yearName(peer.figuresYear)], features: peer, figures: peer.figures })),
  ];
  const columns: Column<Line | null>[] = [
    { key: "name", header: "项目", className: "sm:min-w-56", cell: (line) => line?.name ?? "依据和数据年度" },
    ...counties.map((county): Column<Line | null> => ({
      key: county.code, header: county.name, unit: county.mark, numeric: true,
      cell: (line) => (line === null ? <span className="text-xs text-muted">{county.source.map((part) => <span key={part} className="block whitespace-nowrap">{part}</span>)}</span> : county.figures && county.features ? line.cell(county.figures, county.features) : <span className="text-muted">数据不全</span>),
    })),
  ];
  return (
    <Card title="并列比较" lead={`本县在前，其他县按加入的先后排列，不排名次；各县的数据年度可能不同，年度写在第一行。差异系数国家限值：${STAGES.map((stage) => `${STAGE_NAME[stage]} ${CV_LIMIT[stage].toFixed(2)}`).join("，")}；红色加粗为超过该县适用的限值。`}>
      <DataTable caption="与已公布的县比较" rows={[null, ...LINES]} rowKey={(line) => line?.name ?? "mark"} columns={columns} />
    </Card>
  );
}
