import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { SiteVisitView } from "@/lib/certification/load-visit";
import { BODY } from "@/lib/certification/stages";
import { FinishForm } from "./finish-form";
import { SiteValueForm } from "./site-value-form";

const figure = (value: number | null) => (value === null ? "未报" : value.toLocaleString("zh-CN", { maximumFractionDigits: 4 }));

/** 实地核查: found beside filed, and what the verdicts become by what was found. */
export function SiteVisitPanel({ view: { place, visit, schools, values, differences, writes, today } }: { view: SiteVisitView }) {
  const off = values.filter(({ filed, found }) => filed !== found).length;
  return (
    <>
      <Finding tone={differences.some(({ worse }) => worse) ? "fail" : values.length > 0 ? "pass" : "pending"} sentence={`${visit.plannedOn} ${BODY[visit.level]}实地核查：${values.length === 0 ? "还没有核实值" : `核实 ${values.length} 个数据，${off} 个与报送不一致，按核实口径${differences.length === 0 ? "各项结论不变" : `有 ${differences.length} 项结论变化`}`}。`}>
        <Link className="link" href={`/d/${place.code}/certification`} prefetch={false}>返回申报历程</Link>
      </Finding>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={`抽取的学校 ${schools.length} 所`} lead={`${visit.team}；从 ${visit.pool} 所中随机抽取，随机种子 ${visit.seed}。`}>
          <ul className="list-inside list-disc text-sm">{schools.map(({ code, name }) => <li key={code}>{name}</li>)}</ul>
        </Card>
        <Card title="按核实口径重新判定" lead="报送数据不变；这里是把核实值代入后的结论。">
          {differences.length === 0 ? <p className="text-sm text-muted">{values.length === 0 ? "录入核实值后即时计算。" : "各项结论与报送数据一致。"}</p> : (
            <DataTable caption="结论变化" rows={differences} rowKey={({ label }) => label} columns={[
              { key: "label", header: "项目", cell: ({ label }) => label },
              { key: "filed", header: "报送口径", cell: ({ filed }) => filed },
              { key: "found", header: "核实口径", cell: ({ found, worse }) => <StatusTag tone={worse ? "fail" : "pass"}>{found}</StatusTag> },
            ]} />
          )}
        </Card>
      </div>
      <Card title={`核实值 ${values.length} 个`}>
        {values.length > 0 ? (
          <DataTable caption="核实值" rows={values} rowKey={({ schoolCode, field }) => `${schoolCode}-${field}`} columns={[
            { key: "school", header: "学校", cell: ({ school }) => school },
            { key: "label", header: "项目", cell: ({ label, unit }) => `${label}（${unit}）` },
            { key: "filed", header: "报送值", numeric: true, cell: ({ filed }) => figure(filed) },
            { key: "found", header: "核实值", numeric: true, cell: ({ filed, found }) => <span className={filed === found ? "" : "font-semibold text-fail"}>{figure(found)}</span> },
            { key: "note", header: "依据", cell: ({ note }) => note || "—" },
          ]} />
        ) : null}
        {writes ? <div className="no-print mt-4"><SiteValueForm visitId={visit.id} schools={schools} values={values} /></div> : null}
        {values.length === 0 && !writes ? <p className="text-sm text-muted">没有核实值。</p> : null}
      </Card>
      {writes ? <Card title="办结"><FinishForm visitId={visit.id} version={visit.version} today={today} schools={schools} /></Card> : visit.findings ? <Card title="核查情况"><p className="text-sm whitespace-pre-line">{visit.findings}</p></Card> : null}
    </>
  );
}
