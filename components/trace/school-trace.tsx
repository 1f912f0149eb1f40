import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { itemTitle } from "@/lib/counties/group-items";
import { yearName } from "@/lib/results/years";
import { CLASS_LIMIT, STAGE_NAME } from "@/lib/standard/indicators";
import { itemRuleOf } from "@/lib/trace/item-rules";
import { exactText } from "@/lib/trace/exact-text";
import type { SchoolTraceView } from "@/lib/trace/load-value";
import { readingLayer } from "@/lib/trace/read-layers";
import { approvalLines } from "./approval-lines";
import { BackLink } from "./back-link";
import { InputsTable } from "./inputs-table";
import { formLine, Provenance } from "./provenance";
import { ValueTrace } from "./value-trace";

type Of<K extends SchoolTraceView["kind"]> = Extract<SchoolTraceView, { kind: K }>;

/** The places whose figures stand in the school's own. */
const partsOf = ({ campuses, merged }: SchoolTraceView): { label: string; text: string }[] => [
  ...(campuses.length > 0 ? [{ label: "含校区", text: `不计校数的校区计入本校：${campuses.join("、")}` }] : []),
  ...(merged.length > 0 ? [{ label: "含教学点", text: `按所选口径并入本校计算：${merged.join("、")}` }] : []),
];

function CountView({ view }: { view: Of<"count"> }) {
  const { school, year, figure: { kind, stage }, trace } = view;
  const over = trace.classes.filter((size) => size > CLASS_LIMIT[stage]).length;
  return (
    <>
      <Finding tone={kind === "classes" && over > 0 ? "fail" : "neutral"} sentence={`${school.name}${yearName(year)}${STAGE_NAME[stage]}${kind === "students" ? "在校生" : ""} ${trace.value === null ? "未填" : `${exactText(trace.value)} ${trace.unit}`}${kind === "classes" && trace.value !== null ? (over > 0 ? `，${over} 个班超过 ${CLASS_LIMIT[stage]} 人` : `，均不超过 ${CLASS_LIMIT[stage]} 人`) : ""}。`}>
        <BackLink href={`/s/${school.id}/overview?year=${year}`}>返回</BackLink>
      </Finding>
      <Card title="用到的数" lead={trace.rule}>
        <InputsTable inputs={trace.inputs} />
        {trace.classes.length > 0 ? <p className="mt-3 text-sm tabular-nums">各班学生数（由多到少）：{trace.classes.map((size, at) => <span key={at} className={size > CLASS_LIMIT[stage] ? "font-semibold text-fail" : undefined}>{at > 0 ? "、" : ""}{size}{size > CLASS_LIMIT[stage] ? "▲" : ""}</span>)}</p> : null}
      </Card>
    </>
  );
}

function ItemView({ view }: { view: Of<"item"> }) {
  const { school, year, item, says, inputs, asked } = view;
  const verdict = !asked ? "不参与本项" : says.met === undefined ? "" : says.met === null ? "数据不全" : says.met ? "达标" : "未达标";
  return (
    <>
      <Finding tone={says.met === false ? "fail" : says.met === null ? "pending" : "neutral"} sentence={`${school.name}${yearName(year)}“${itemTitle(item)}”${verdict}：${says.text}。`}><BackLink href={`/s/${school.id}/overview?year=${year}#items`}>返回</BackLink></Finding>
      <Card title="用到的数" lead={itemRuleOf(item).rule}><InputsTable inputs={inputs} /></Card>
    </>
  );
}

/** How a figure of a school came about. */
export function SchoolTrace({ view }: { view: SchoolTraceView }) {
  const readings = view.kind === "item" ? itemRuleOf(view.item).readings.map((key) => ({ label: "本项口径", text: readingLayer(view.layers, key, view.standard.readings) })) : [];
  if (view.kind === "value") return <ValueTrace view={view} parts={partsOf(view)} />;
  return (
    <>
      {view.kind === "count" ? <CountView view={view} /> : <ItemView view={view} />}
      <Provenance same={view.same} standard={view.standard} lines={[...partsOf(view), ...approvalLines(view.approval, view.correcting), ...formLine(view.sameForm), ...readings]} />
    </>
  );
}
