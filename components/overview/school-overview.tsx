import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { formatShortfall, formatValue, printedLimit } from "@/lib/evaluation/format";
import { FigureTable } from "@/components/charts/figure-table";
import { StandardRadar } from "@/components/charts/lazy";
import { DATA_MET_NAME, LEDGER_STATE_NAME, LEDGER_STATE_TONE } from "@/lib/ledger/rules";
import { FILING_STATE_NAME, mayAct } from "@/lib/filings/states";
import { StandardValue } from "@/components/standard/standard-value";
import type { StandardInForce } from "@/lib/standard/in-force";
import { yearName } from "@/lib/results/years";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS } from "@/lib/standard/items";
import type { SchoolOverviewView } from "@/lib/results/load-school-overview";
import { ownerName } from "@/lib/results/owner-name";
import type { StoredSection } from "@/lib/results/list-sections";
import { TraceLink } from "@/components/trace/trace-link";
import { schoolCountTrace, schoolItemTrace, valueTrace } from "@/lib/trace/keys";
import { FindingList } from "./finding-list";
import { SchoolRelaxations } from "./school-relaxations";
import { SHORT_NAME } from "./short-names";

const TITLE = new Map([...GOVERNMENT_ITEMS, ...QUALITY_ITEMS].map((item) => [item.key, item.title]));

function sentence({ school, year, sections }: SchoolOverviewView): string {
  if (year === null) return `${school.name}还没有填报。`;
  if (sections.length === 0) return `${school.name}${yearName(year)}没有参与资源配置评估的审定数据。`;
  const parts = sections.map((section) => `${STAGE_NAME[section.stage]} ${section.standardCount} 项达到要求，${section.complete ? (section.compliant ? "达标" : "未达标") : "数据不全"}`);
  return `${school.name}${yearName(year)}数据：七项指标中，${parts.join("；")}。`;
}

function SectionCard({ section, year, standard: { thresholds, readings } }: { section: StoredSection; year: number; standard: StandardInForce }) {
  const short = INDICATOR_KEYS.filter((key) => section.values[key] !== null && !section.atStandard[key]);
  const open = INDICATOR_KEYS.filter((key) => section.values[key] === null).length;
  return (
    <Card title={`${STAGE_NAME[section.stage]}${short.length === 0 ? (open > 0 ? "" : "七项指标全部达到要求") : `有 ${short.length} 项未达到要求`}${open > 0 ? `${short.length > 0 ? "，" : "有 "}${open} 项没有数据` : ""}`} lead={<>在校生 <TraceLink href={schoolCountTrace(section.schoolId, year, "students", section.stage)}>{section.students.toLocaleString("zh-CN")}</TraceLink> 人，<TraceLink href={schoolCountTrace(section.schoolId, year, "classes", section.stage)}>班级和班额</TraceLink> · 至少6项指标达到要求，余项不能低于要求的85%</>}
      aside={section.complete ? <StatusTag tone={section.compliant ? "pass" : "fail"}>{section.compliant ? "达标" : "未达标"}</StatusTag> : <StatusTag tone="pending">数据不全</StatusTag>}>
      <DataTable caption={`${STAGE_NAME[section.stage]}七项指标`} rows={[...INDICATOR_KEYS]} rowKey={(key) => key} columns={[
        { key: "name", header: "指标", cell: (key) => <>{INDICATORS[key].shortName}<span className="text-muted">（{INDICATORS[key].unit}，{INDICATORS[key].per === 100 ? "每百名学生" : "生均"}）</span></> },
        { key: "value", header: "本校", numeric: true, cell: (key) => { const value = section.values[key]; return value === null ? "未填" : <TraceLink href={valueTrace(section.schoolId, year, section.stage, key)}>{formatValue(key, value, printedLimit(readings, thresholds[key][section.stage]))}</TraceLink>; } },
        { key: "standard", header: "标准", numeric: true, cell: (key) => <StandardValue indicator={key} stage={section.stage} value={thresholds[key][section.stage]} /> },
        { key: "lack", header: "距标准", numeric: true, cell: (key) => { const lack = section.shortfall[key]; return lack === undefined ? "—" : formatShortfall(key, lack); } },
        { key: "state", header: "结论", cell: (key) => (section.values[key] === null ? <StatusTag tone="pending">未填</StatusTag> : section.atStandard[key] ? <StatusTag tone="pass">达标</StatusTag> : section.atFloor[key] ? <StatusTag tone="warn">达到85%</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
      ]} />
    </Card>
  );
}

/** What is far above the standard stands at the rim of the drawing; the figure is in the table. */
const RIM = 150;
const percentOf = (value: number, standard: number) => Math.floor((value / standard) * 1000 + 1e-9) / 10;

/** The seven values of a section as percent of the standard. */
function RadarCard({ section, standard: { thresholds } }: { section: StoredSection; standard: StandardInForce }) {
  const rows = INDICATOR_KEYS.map((key) => {
    const value = section.values[key];
    return { name: INDICATORS[key].shortName, short: SHORT_NAME[key], percent: value === null ? null : percentOf(value, thresholds[key][section.stage]) };
  });
  const below = INDICATOR_KEYS.filter((key) => section.values[key] !== null && !section.atStandard[key]);
  const title = below.length === 0 ? `${STAGE_NAME[section.stage]}：已有数据的指标都在标准线以上` : `${STAGE_NAME[section.stage]}：${below.map((key) => INDICATORS[key].shortName).join("、")}在标准线以内`;
  return (
    <Card title={title} lead={`各项占标准的百分比；外圈为 ${RIM}%，超过的画在外圈`}>
      <StandardRadar label={title} rim={RIM} points={rows.map(({ short, percent }) => ({ name: short, school: percent === null ? null : Math.min(percent, RIM), standard: 100, floor: 85 }))} />
      <FigureTable caption={`${STAGE_NAME[section.stage]}各项占标准的百分比`} head={["指标", "占标准"]} rows={rows.map(({ name, percent }) => [name, percent === null ? "未填" : `${percent.toFixed(1)}%`])} />
    </Card>
  );
}

const MOST = 8;
/** Who has to act: what still stands in the school's ledger, by the one who rectifies. */
function OwnersCard({ view: { school, standing } }: { view: SchoolOverviewView }) {
  if (standing.length === 0) return null;
  const late = standing.filter((entry) => entry.late).length;
  return (
    <Card title={`${standing.length} 项问题未销号${late > 0 ? `，${late} 项逾期` : ""}：谁来办`} aside={<Link className="link text-sm" prefetch={false} href={`/s/${school.id}/ledger`}>一校一册</Link>}>
      <DataTable caption="未销号的问题和责任单位" rows={standing.slice(0, MOST)} rowKey={(entry) => entry.id} columns={[
        { key: "problem", header: "问题", className: "sm:w-1/2", cell: (entry) => <Link className="link" prefetch={false} href={`/s/${school.id}/ledger/${entry.id}`}>{entry.problem}</Link> },
        { key: "owner", header: "责任单位", cell: (entry) => ownerName(entry) },
        { key: "due", header: "期限", cell: (entry) => entry.dueOn ?? "—" },
        { key: "state", header: "状态", cell: (entry) => (entry.late ? <StatusTag tone="fail">逾期</StatusTag> : <StatusTag tone={LEDGER_STATE_TONE[entry.state]}>{entry.state === "waiting" && entry.dataMet ? DATA_MET_NAME : LEDGER_STATE_NAME[entry.state]}</StatusTag>) },
      ]} />
      {standing.length > MOST ? <p className="mt-2 text-sm text-muted">另有 {standing.length - MOST} 项，见一校一册。</p> : null}
    </Card>
  );
}

/** A school beside the standard, never beside other schools by name. */
export function SchoolOverview({ view }: { view: SchoolOverviewView }) {
  const { school, year, sections, items, current } = view;
  const failing = items.filter((item) => item.met === false);
  const unknown = items.filter((item) => item.met === null).length;
  const allPass = sections.length > 0 && sections.every((section) => section.compliant);
  const open = sections.some((section) => !section.complete);
  return (
    <>
      <Finding tone={sections.length === 0 || open ? "pending" : allPass ? "pass" : "fail"} sentence={sentence(view)}>
        {current ? <p className="flex flex-wrap items-center gap-3">{yearName(current.year)}自评：{FILING_STATE_NAME[current.state]}
          {view.mayRead ? <Link prefetch={false} className={buttonClass("plain", "no-print")} href={`/s/${school.id}/filing/${current.year}`}>{view.mayFill && mayAct(current.state, "edit") ? "去填报" : "查看自评"}</Link> : null}</p> : null}
      </Finding>
      <FindingList findings={view.findings} />
      {year === null ? null : sections.map((section) => (
        <div key={section.stage} id={section.stage} className="grid scroll-mt-20 gap-4 xl:grid-cols-[3fr_2fr]">
          <SectionCard section={section} year={year} standard={view.standard} />
          <RadarCard section={section} standard={view.standard} />
        </div>
      ))}
      {sections.length === 0 ? <Empty title="还没有审定的结果">学校提交自评、县级教育行政部门审定后，这里显示七项指标和缺口。</Empty> : null}
      <SchoolRelaxations relaxations={view.relaxations} />
      <OwnersCard view={view} />
      {items.length > 0 ? (
        <div id="items" className="scroll-mt-20"><Card title={failing.length > 0 ? `学校层面有 ${failing.length} 项未达标` : unknown > 0 ? `学校层面有 ${unknown} 项数据不全` : "学校层面的政府保障、教育质量各项均达标"} lead="由学校自评审定数据计算">
          <DataTable caption="学校层面的政府保障和教育质量" rows={items} rowKey={(item) => item.item} columns={[
            { key: "title", header: "项目", cell: (item) => (year === null ? TITLE.get(item.item) : <TraceLink href={schoolItemTrace(school.id, year, item.item)}>{TITLE.get(item.item)}</TraceLink>) },
            { key: "text", header: "情况", cell: (item) => item.text },
            { key: "state", header: "结论", cell: (item) => (item.met === null ? <StatusTag tone="pending">数据不全</StatusTag> : item.met ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
          ]} />
        </Card></div>
      ) : null}
    </>
  );
}
