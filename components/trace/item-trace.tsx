import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { dateTimeText } from "@/lib/time";
import type { ItemSchool } from "@/lib/trace/explain-item";
import { itemRuleOf } from "@/lib/trace/item-rules";
import { schoolItemTrace } from "@/lib/trace/keys";
import type { CountyTraceView } from "@/lib/trace/load-county-trace";
import type { FactOrigin } from "@/lib/trace/read-fact-origin";
import { ConditionsTable, MetTag } from "./conditions-table";
import { FoldedTable } from "./folded-table";
import { InputsTable } from "./inputs-table";
import { Lines } from "./provenance";
import { TraceAnchor } from "./trace-link";

type View = Extract<CountyTraceView, { kind: "item" }>;

/** Who entered what the county says of itself, who approved it, and what was changed since. */
function Origin({ origin }: { origin: FactOrigin }) {
  const { events } = origin;
  return (
    <>
      <Card title="县级填报的数" lead={origin.statement ? `说明：${origin.statement}` : undefined}>
        <InputsTable inputs={origin.inputs} />
        <div className="mt-4"><Lines lines={[
          { label: "填报", text: origin.enteredBy }, { label: "审定", text: `${origin.approvedBy}${origin.approvedAt ? `，${dateTimeText(origin.approvedAt)}` : ""}` },
          { label: "更正", text: origin.corrections > 0 ? `审定后更正 ${origin.corrections} 次，见办理记录` : "审定后没有更正" },
        ]} /></div>
      </Card>
      {events.length > 0 ? (
        <Card title={`办理记录 ${events.length} 条`} lead="按时间先后；更正由县级教育行政部门写明原因，原值和新值都保留。">
          <DataTable caption="办理记录" rows={events.map((event, at) => ({ ...event, at, time: event.at }))} rowKey={(row) => String(row.at)} columns={[
            { key: "time", header: "时间", className: "whitespace-nowrap", cell: (row) => dateTimeText(row.time) }, { key: "name", header: "办理", cell: (row) => row.name }, { key: "by", header: "办理人", cell: (row) => row.by },
            { key: "changes", header: "原因和改动", className: "sm:w-1/2", cell: (row) => <>{row.reason ? <span className="block">原因：{row.reason}</span> : null}{row.changes.map((change) => <span key={change.label} className="block text-muted">{change.label}：{change.from} → {change.to}</span>)}{!row.reason && row.changes.length === 0 ? "—" : null}</> },
          ]} />
        </Card>
      ) : null}
    </>
  );
}

/** What a school falls short of where all schools decide together. */
const SHORT: Partial<Record<string, string>> = { "gov-13": "有划片范围外的在校生", "qual-1": "巩固人数少于入学人数" };

/** Open by itself: what fails or has not said. The rest is one key away, as there may be hundreds. */
function Schools({ schools, view: { item, year, ids } }: { schools: ItemSchool[]; view: View }) {
  const judged = schools.some(({ met }) => met !== undefined);
  const table = (rows: ItemSchool[], caption: string) => (
    <FoldedTable caption={caption} rows={rows} rowKey={(row) => row.code} columns={[
      { key: "name", header: "学校", cell: (row) => { const id = ids[row.code]; return id ? <TraceAnchor href={schoolItemTrace(id, year, item)}>{row.name}</TraceAnchor> : row.name; } },
      { key: "text", header: "情况", className: "sm:w-1/2", cell: (row) => row.text },
      ...(judged ? [{ key: "state", header: "结论", cell: (row: ItemSchool) => <MetTag met={row.met ?? null} /> }] : []),
    ]} />
  );
  const falls = ({ met, short }: ItemSchool) => met === false || met === null || short === true;
  const [bad, rest] = [schools.filter(falls), schools.filter((school) => !falls(school))];
  if (schools.length === 0) return null;
  return (
    <Card title={judged ? (bad.length > 0 ? `${bad.length} 所学校未达标或数据不全` : `${schools.length} 所学校均达标`) : bad.length > 0 ? `${schools.length} 所学校的数，${bad.length} 所${SHORT[item] ?? "不足"}或未填` : `${schools.length} 所学校的数`} lead="点学校名称看该校填报的数、所在表和栏目、审定时间。">
      {bad.length > 0 ? table(bad, judged ? "未达标或数据不全的学校" : "不足或未填的学校") : null}
      {rest.length > 0 ? (bad.length > 0 || rest.length > 20 ? <details className="mt-2"><summary className="link cursor-pointer text-sm">{judged ? `达标的 ${rest.length} 所学校` : `其余 ${rest.length} 所学校`}</summary><div className="mt-2">{table(rest, judged ? "达标的学校" : "各校的数")}</div></details> : table(rest, "各校的数")) : null}
    </Card>
  );
}

/** How an item of a county came about: the rule, its conditions, the county's own fact and the schools behind it. */
export function ItemBody({ view }: { view: View }) {
  const { item, trace, origin } = view;
  return (
    <>
      <Card title="怎样得出结论" lead={itemRuleOf(item).rule}><ConditionsTable conditions={trace.conditions} /></Card>
      {origin ? <Origin origin={origin} /> : null}
      <Schools schools={trace.schools} view={view} />
      {trace.left.length > 0 ? (
        <Card title={`${trace.left.reduce((sum, one) => sum + one.schools.length, 0)} 所学校不参与本项`}>
          <ul className="space-y-1 text-sm">{trace.left.map(({ reason, schools }) => <li key={reason}>{schools.length > 8 ? <details><summary className="cursor-pointer">{reason}：{schools.length} 所</summary><p className="text-muted">{schools.join("、")}</p></details> : <>{reason}：{schools.join("、")}</>}</li>)}</ul>
        </Card>
      ) : null}
    </>
  );
}
