import Link from "next/link";
import { RecordStateTag } from "@/components/teaching-cycle/record-state";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { CountyExchange } from "@/lib/exchange-years/load-county-exchange";
import { BACKBONE_SHARE, EXCHANGE_FIELDS, EXCHANGE_NAME, EXCHANGE_SHARE, NO_COUNTS, judgeExchange, sharesText, type ExchangeCounts, type ExchangeField } from "@/lib/exchange-years/rules";
import { RECORD_STATE_NAME, refuseRecordAct } from "@/lib/teaching-cycle/record-states";
import { ExchangeForm } from "./entry-form";
import { ExchangeReview } from "./review-form";
import { ShareText } from "./share-text";

const ITEM_STATE: Record<string, string> = { draft: "填报中", submitted: "待审核", approved: "已审核" };
const figure = (value: number | null | undefined) => (typeof value === "number" ? value.toLocaleString("zh-CN") : "未填");

/** The exchange ledger of a county: the two shares, by whom they are given, and the schools. 政府保障 11, seed: X9 */
export function CountyExchangePanel({ view }: { view: CountyExchange }) {
  const { place, year, rows, bySchool, county, item, differing, reported, manages } = view;
  if (year === null) return <><Finding tone="pending" sentence={`${place.name}还没有填报年度。`} /><Empty title="等待开启年度">县级教育行政部门开启填报年度后，各校填报上一年度交流情况。</Empty></>;
  const whole = rows.length > 0 && reported === rows.length;
  const entered = county && county.version > 0 ? county : null;
  const [source, chosen]: [string, ExchangeCounts] = whole ? ["各校合计", bySchool ?? NO_COUNTS] : entered ? ["县级填报", entered] : [`已确认 ${reported} 所学校合计`, bySchool ?? NO_COUNTS];
  const judged = judgeExchange(chosen);
  const partial = !whole && !entered;
  const columns: { title: string; note: string; counts: Partial<ExchangeCounts> | null }[] = [
    { title: "各校合计", note: `已确认 ${reported}／${rows.length} 所`, counts: reported > 0 ? bySchool : null },
    { title: "县级填报", note: entered ? RECORD_STATE_NAME[entered.state] : "未填报", counts: entered },
    { title: "县级指标", note: item ? (ITEM_STATE[item.state] ?? "填报中") : "未填报", counts: item },
  ];
  const lines: { key: ExchangeField | "exchangeShare" | "backboneShare"; label: string }[] = [...EXCHANGE_FIELDS.map((field) => ({ key: field, label: EXCHANGE_NAME[field] })), { key: "exchangeShare", label: `${EXCHANGE_SHARE}（应≥10%）` }, { key: "backboneShare", label: `${BACKBONE_SHARE}（应≥20%）` }];
  return (
    <>
      <Finding tone={partial || judged.met === null ? "pending" : judged.met ? "pass" : "fail"} sentence={`${place.name}上一年度（${year - 1} 年）交流轮岗：按${source}，${sharesText(judged)}${partial ? "；学校没有报齐，暂不作结论" : judged.met === null ? "" : judged.met ? "，达到要求" : "，未达到要求"}。`}>
        {differing.length > 0 ? `${differing.map((field) => EXCHANGE_NAME[field].replace("其中：", "")).join("、")}与其他来源不一致，请核对。` : "交流满 3 年及以上单独计数。"}
      </Finding>
      <Card title={differing.length > 0 ? "三处数据不一致" : "数据来源对照"} lead="县级指标在“县级指标”页填报和审核，这里对照显示，不自动改动。">
        <DataTable caption="数据来源对照" rows={lines} rowKey={(line) => line.key} columns={[
          { key: "label", header: "项目", cell: ({ key, label }) => <>{label}{differing.some((field) => field === key) ? <> <StatusTag tone="warn">不一致</StatusTag></> : null}</> },
          ...columns.map(({ title, note, counts }) => ({
            key: title, header: `${title}（${note}）`, numeric: true,
            cell: ({ key }: (typeof lines)[number]) => {
              if (!counts) return "—";
              if (key === "exchangeShare") return <ShareText share={judgeExchange({ ...NO_COUNTS, ...counts }).exchange} />;
              if (key === "backboneShare") return <ShareText share={judgeExchange({ ...NO_COUNTS, ...counts }).backbone} />;
              return key in counts ? figure(counts[key]) : "不填";
            },
          })),
        ]} />
      </Card>
      {manages && county ? (
        <Card title="县级填报" lead="学校不单独填报时，由县级填报全县合计；学校报齐后以各校合计为准。" aside={<RecordStateTag state={county.version === 0 ? null : county.state} />}>
          {refuseRecordAct(county.state, "save", "bureau") === null ? <ExchangeForm row={county} /> : <ExchangeReview key={county.version} name="县级填报" row={county} />}
        </Card>
      ) : null}
      <Card title={`各校 ${rows.length} 所，已确认 ${reported} 所`}>
        <DataTable caption="各校交流轮岗" rows={rows} rowKey={({ school }) => school.id} columns={[
          { key: "name", header: "学校", cell: ({ school }) => <Link className="link" href={`/s/${school.id}/exchange?year=${year}`} prefetch={false}>{school.name}</Link> },
          ...EXCHANGE_FIELDS.map((field) => ({ key: field, header: EXCHANGE_NAME[field].replace("其中：", ""), unit: "人", numeric: true, cell: ({ row }: (typeof rows)[number]) => (row ? figure(row[field]) : "—") })),
          { key: "state", header: "状态", cell: ({ row }) => <RecordStateTag state={row?.state ?? null} above={view.above} /> },
          ...(manages ? [{ key: "act", header: "办理", cell: ({ school, row }: (typeof rows)[number]) => (row && row.state !== "draft" ? <ExchangeReview key={row.version} name={school.name} row={row} /> : "—") }] : []),
        ]} />
      </Card>
    </>
  );
}
