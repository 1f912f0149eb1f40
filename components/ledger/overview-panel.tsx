import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { LedgerOverview } from "@/lib/ledger/load-overview";
import { NO_COUNTS, addCounts } from "@/lib/ledger/list-totals";
import { countColumns } from "./count-columns";
import { requestsText, summariseLedger } from "./summarise";

/** Counters and ages of the ledgers below, a row a place. */
export function LedgerOverviewPanel({ view: { place, totals, requests } }: { view: LedgerOverview }) {
  const { sentence, tone } = summariseLedger(place.name, totals.reduce<typeof NO_COUNTS>((sum, row) => addCounts(sum, row), NO_COUNTS));
  return (
    <>
      <Finding tone={tone} sentence={sentence}>台账由县级教育行政部门自查建立，督导进校、评估意见、座谈走访和群众反映的问题随时登记；核验后动态销号。<span className="no-print mt-2 block"><Link className={buttonClass("plain")} href={`/d/${place.code}/requests`} prefetch={false}>{requestsText(requests)}</Link></span></Finding>
      {totals.length === 0 ? <Empty title="下级还没有建立台账">县级教育行政部门自查后，这里按地区统计。</Empty> : (
        <Card title="各地台账" lead="按登记（或重新打开）至今的天数统计未销号的问题。">
          <DataTable caption="各地台账" rows={totals} rowKey={(row) => row.code} columns={[
            { key: "name", header: "地区", cell: (row) => <Link className="link" href={`/d/${row.code}/ledger`} prefetch={false}>{row.name}</Link> },
            ...(place.level === "city" ? [] : [{ key: "counties", header: "建账县", numeric: true, cell: (row: (typeof totals)[number]) => row.counties }]),
            ...countColumns<(typeof totals)[number]>(),
          ]} />
        </Card>
      )}
    </>
  );
}
