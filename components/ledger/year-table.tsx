import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { itemName } from "@/lib/ledger/item-names";
import type { YearRow, YearTable as Table } from "@/lib/ledger/list-years";
import { gapText, moneyText } from "./words";

const yearName = (year: number | null) => (year === null ? "未列计划" : `${year} 年`);

/** What is planned for which year: people, rooms, ㎡ and 元, and the money that it takes. */
export function YearTable({ table }: { table: Table }) {
  if (table.rows.length === 0) return <Empty title="没有未销号的问题">自查后按指标和计划年度汇总缺口。</Empty>;
  return (
    <>
      <Card title="各指标缺口按计划年度汇总" lead="只统计未销号的问题；括号内为问题个数。">
        <DataTable caption="各指标缺口按计划年度汇总" rows={table.rows} rowKey={(row) => `${row.item}/${row.gapUnit ?? ""}`} columns={[
          { key: "item", header: "指标", cell: (row) => itemName(row.item) || "其他" },
          ...table.years.map((year) => ({ key: String(year), header: yearName(year), numeric: true, cell: (row: YearRow) => { const cell = row.cells.get(year); return cell ? `${gapText(cell)}（${cell.entries}）` : "—"; } })),
          { key: "all", header: "合计", numeric: true, cell: (row) => <span className="font-semibold">{gapText(row)}（{row.entries}）</span> },
        ]} />
      </Card>
      <Card title="经费估算按计划年度汇总">
        <DataTable caption="经费估算按计划年度汇总" rows={table.costs} rowKey={(row) => String(row.year)} columns={[
          { key: "year", header: "计划年度", cell: (row) => yearName(row.year) },
          { key: "entries", header: "问题", numeric: true, cell: (row) => row.entries },
          { key: "cost", header: "已估算经费", numeric: true, cell: (row) => moneyText(row.cost) },
          { key: "uncosted", header: "未估算的问题", numeric: true, cell: (row) => row.uncosted },
        ]} />
      </Card>
    </>
  );
}
