import { SiteValueForm } from "@/components/certification/site-value-form";
import { DifferencesCard, ValuesTable, figure, visitSentence } from "@/components/certification/visit-parts";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { OwnVisitView } from "@/lib/experts/load-own-visit";
import { OpinionForm } from "./opinion-form";

/** What an expert does at a visit: counts again, sees what it changes, and says what was seen. */
export function OwnVisitPanel({ view: { county, body, task, untilOn, visit, schools, values, differences, held, opinion } }: { view: OwnVisitView }) {
  return (
    <>
      <Finding tone={differences.some(({ worse }) => worse) ? "fail" : values.length > 0 ? "pass" : "pending"} sentence={`${county}实地核查：${visitSentence(values, differences)}。`}>
        {body}聘请，分工：{task}；有效至 {untilOn}（含当日），过期自动关闭。
      </Finding>
      {held ? <p className="rounded-md bg-warn-soft px-4 py-2 text-sm text-warn">⚠ {held}</p> : null}
      <Card title={`录入核实值（已有 ${values.length} 个）`} lead="报送数据不变；核实值代入后即时重新判定，由核查组共同使用。">
        {held ? null : <div className="no-print mb-4"><SiteValueForm visitId={visit.id} schools={schools} values={values} by="expert" /></div>}
        <ValuesTable values={values} />
      </Card>
      <DifferencesCard differences={differences} values={values} />
      <Card title={`抽取的学校 ${schools.length} 所`} lead={`从 ${visit.pool} 所中随机抽取，随机种子 ${visit.seed}。`}>
        <div className="space-y-2">{schools.map((school) => (
          <details key={school.code}>
            <summary className="link cursor-pointer">{school.name}的报送数据（{school.filed.length} 项）</summary>
            <DataTable caption={`${school.name}的报送数据`} rows={school.filed} rowKey={({ field }) => field} columns={[
              { key: "label", header: "项目", cell: ({ label }) => label },
              { key: "value", header: "报送值", numeric: true, cell: ({ value, unit }) => `${figure(value)} ${unit}` },
              { key: "found", header: "核实值", numeric: true, cell: ({ field, unit }) => { const found = values.find((value) => value.schoolCode === school.code && value.field === field); return found ? `${figure(found.found)} ${unit}` : "—"; } },
            ]} />
          </details>
        ))}</div>
      </Card>
      <Card title="专家意见" aside={opinion ? <StatusTag tone={opinion.state === "submitted" ? "pass" : "pending"}>{opinion.state === "submitted" ? "已提交" : "草稿"}</StatusTag> : undefined}>
        {held ? <p className="text-sm whitespace-pre-line">{opinion?.text ?? "还没有意见。"}</p> : <OpinionForm visitId={visit.id} opinion={opinion} schools={schools} />}
      </Card>
    </>
  );
}
