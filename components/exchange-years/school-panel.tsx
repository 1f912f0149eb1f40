import { RecordStateTag } from "@/components/teaching-cycle/record-state";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import type { SchoolExchange } from "@/lib/exchange-years/load-school-exchange";
import { EXCHANGE_FIELDS, EXCHANGE_NAME, judgeExchange } from "@/lib/exchange-years/rules";
import { ExchangeForm } from "./entry-form";

const figure = (value: number | null) => (value === null ? "未填" : `${value} 人`);

/** A school's part of the exchange ledger; the shares are the county's to reach, so none is judged here. */
export function SchoolExchangePanel({ view }: { view: SchoolExchange }) {
  const { school, year, row, earlier, edits } = view;
  const judged = judgeExchange(row);
  const told = row.eligible === null || row.exchanged === null ? "还没有填报" : `符合条件 ${row.eligible} 人，实际交流 ${row.exchanged} 人，占 ${judged.exchange.text}`;
  return (
    <>
      <Finding tone="pending" sentence={`${school.name}上一年度（${year - 1} 年）交流轮岗：${told}。`}><span className="inline-flex flex-wrap items-center gap-2"><RecordStateTag state={row.version === 0 ? null : row.state} />全县应达到交流≥10%、其中骨干≥20%。{row.reason ? <span>退回原因：{row.reason}</span> : null}</span></Finding>
      {edits ? <Card title={`填报 ${year} 年度（上一年度交流）`} lead="只填人数，不填教师姓名。"><ExchangeForm row={row} /></Card> : <Card title={`${year} 年度`}><dl className="grid grid-cols-[10rem_1fr] gap-y-1.5 text-sm">{EXCHANGE_FIELDS.map((field) => <div key={field} className="contents"><dt className="text-muted">{EXCHANGE_NAME[field]}</dt><dd>{figure(row[field])}</dd></div>)}</dl></Card>}
      {earlier.length > 0 ? <Card title="以前各年"><DataTable caption="以前各年" rows={earlier} rowKey={(one) => String(one.year)} columns={[
        { key: "year", header: "年度", cell: (one) => one.year },
        ...EXCHANGE_FIELDS.map((field) => ({ key: field, header: EXCHANGE_NAME[field].replace("其中：", ""), numeric: true, cell: (one: (typeof earlier)[number]) => figure(one[field]) })),
        { key: "state", header: "状态", cell: (one) => <RecordStateTag state={one.state} /> },
      ]} /></Card> : null}
    </>
  );
}
