import Link from "next/link";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { EventView, SupportPage, SupportView } from "@/lib/plans/load-support";
import { dropEvent, dropSupport, saveEvent, saveSupport } from "@/lib/plans/save-support";
import { SUPPORT_KIND_KEYS, SUPPORT_KIND_NAME } from "@/lib/plans/support-kinds";
import { RowForm, type RowField } from "./row-form";

const KINDS = SUPPORT_KIND_KEYS.map((key) => ({ value: key, label: SUPPORT_KIND_NAME[key] ?? "" }));
const GIVEN: RowField[] = [{ key: "kinds", label: "支持方式", type: "several", options: KINDS }, { key: "given", label: "给了什么支持", type: "long" }];
const EVENT: RowField[] = [{ key: "heldOn", label: "日期", type: "date" }, { key: "title", label: "活动名称" }, { key: "place", label: "地点" }, { key: "content", label: "内容和推介的经验", type: "long" }];

/** 重点支持县 with what was given, and the yearly 研讨观摩 with its materials. seed: S11. */
export function SupportPanel({ view }: { view: SupportPage }) {
  const { place, supported, events, counties, manages } = view;
  const divisionCode = place.code;
  const change = (row: SupportView) => (
    <RowForm key={row.version} id={`support-${row.year}-${row.code}`} label="修改" about={`${row.year} 年${row.name}`} fields={GIVEN} values={{ kinds: row.kinds, given: row.given }} fixed={{ divisionCode: row.code, year: row.year, version: row.version }} save={saveSupport} drop={{ act: dropSupport, label: "移出名单" }} />
  );
  const event = (row: EventView | null) => (
    <RowForm key={row ? `${row.id}-${row.version}` : `new-${events.length}`} id={`event-${row?.id ?? "new"}`} label={row ? "修改" : "记录一次研讨观摩"} about={row?.title} fields={EVENT} save={saveEvent} drop={row ? { act: dropEvent, label: "移出" } : undefined}
      values={{ heldOn: row?.heldOn ?? "", title: row?.title ?? "", place: row?.place ?? "", content: row?.content ?? "" }} fixed={{ divisionCode, id: row?.id ?? "", version: row?.version ?? 0 }} />
  );
  return (
    <>
      <Finding tone="pending" sentence={place.level === "county" ? `${place.name}${supported.length > 0 ? `列入 ${supported.map((row) => row.year).join("、")} 年省级重点支持` : "没有列入省级重点支持"}；全省研讨观摩活动 ${events.length} 次。` : `${place.name}重点支持 ${new Set(supported.map((row) => row.code)).size} 个县；全省研讨观摩活动 ${events.length} 次。`} />
      <Card title="重点支持县" lead="在项目安排、资金分配、专家指导等方面给予倾斜。">
        {supported.length === 0 ? <Empty title="还没有重点支持县">由省级教育行政部门经评估后列入。</Empty> : (
          <DataTable caption="重点支持县" rows={supported} rowKey={(row) => `${row.year}-${row.code}`} columns={[
            { key: "name", header: "县（市、区）", cell: (row) => <><Link className="link" href={`/d/${row.code}/plan`} prefetch={false}>{row.name}</Link> <span className="text-muted">{row.city}</span></> }, { key: "year", header: "年份", cell: (row) => `${row.year} 年` },
            { key: "kinds", header: "支持方式", cell: (row) => row.kinds.map((kind) => SUPPORT_KIND_NAME[kind] ?? "").join("、") }, { key: "given", header: "内容", className: "sm:w-2/5", cell: (row) => row.given },
            { key: "verdict", header: "审定数据", cell: (row) => <StatusTag tone={row.verdict === null ? "neutral" : row.verdict ? "pass" : "warn"}>{row.verdict === null ? "尚无结论" : row.verdict ? "达到标准" : "未达到"}</StatusTag> },
            ...(manages ? [{ key: "act", header: "操作", cell: change }] : []),
          ]} />
        )}
        {manages ? <div className="mt-3"><RowForm key={supported.length} id="support-new" label="列入一个县" save={saveSupport} fixed={{ version: 0 }} values={{ divisionCode: "", year: "", kinds: [], given: "" }} codes={{ key: "divisionCode", from: counties }}
          fields={[{ key: "divisionCode", label: "县（市、区）", list: counties.map((county) => county.label), help: "输入市名或县名，从列表中选择。" }, { key: "year", label: "年份", type: "number" }, ...GIVEN]} /></div> : null}
      </Card>
      <Card title={`研讨观摩 ${events.length} 次`}>
        {manages ? <div className="mb-3">{event(null)}</div> : null}
        {events.length === 0 ? <Empty title="还没有活动">每年召开一次，推介典型经验做法；材料可供各市县下载。</Empty> : (
          <ol className="space-y-4">
            {events.map((row) => (
              <li key={row.id} className="space-y-1 border-l-2 border-line pl-4 text-sm">
                <h3 className="font-semibold"><span className="tabular-nums">{row.heldOn}</span> {row.title}{row.place ? <span className="font-normal text-muted"> {row.place}</span> : null}</h3>
                {row.content ? <p className="whitespace-pre-line">{row.content}</p> : null}
                {manages ? <EvidenceField subject={{ entity: "observation_event", entityId: `${divisionCode}/${row.id}`, item: "material" }} title={row.title} files={row.evidence} /> : <EvidenceLinks files={row.evidence} />}
                {manages ? event(row) : null}
              </li>
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}
