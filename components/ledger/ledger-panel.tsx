import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { ledgerQuery, type LedgerFilters } from "@/lib/ledger/filters";
import type { LedgerView } from "@/lib/ledger/load-ledger";
import { CheckBar } from "./check-bar";
import { EntryTable } from "./entry-table";
import { LedgerFilterBar } from "./ledger-filters";
import { OwnerTable } from "./owner-table";
import { requestsText, summariseLedger } from "./summarise";
import { YearTable } from "./year-table";

type Props = { view: LedgerView; filters: LedgerFilters; unit: string | null };

/** A county's ledger: the finding, 自查, and the entries as a list, by owner, or by item and planned year. */
export function LedgerPanel({ view, filters, unit }: Props) {
  const { place, counts, page, units, manages, today } = view;
  const path = `/d/${place.code}/ledger`;
  const { sentence, tone } = summariseLedger(unit ? `${unit}` : place.name, counts);
  const step = (to: number, label: string) => <Link className={buttonClass("plain")} href={`${path}${ledgerQuery(filters, { page: to })}`} prefetch={false}>{label}</Link>;
  return (
    <>
      <Finding tone={tone} sentence={sentence}>
        {unit ? null : <span className="no-print mt-2 flex flex-wrap gap-2"><a className={buttonClass("plain")} href={`${path}/export${ledgerQuery(filters, { view: "list" })}`} download>导出表格</a><Link className={buttonClass("plain")} href={`${path}/booklet`} prefetch={false}>全县台账册</Link><Link className={buttonClass("plain")} href={`/d/${place.code}/requests`} prefetch={false}>{requestsText(view.requests)}</Link><Link className={buttonClass("plain")} href={`/d/${place.code}/interviews`} prefetch={false}>座谈走访</Link></span>}
      </Finding>
      {manages ? <CheckBar code={place.code} years={view.checkYears} checkedYear={view.checkedYear} dueOn={`${Number(today.slice(0, 4)) + 1}-08-31`} /> : null}
      <LedgerFilterBar path={path} filters={filters} units={units} views={!unit} />
      {page && page.items.length === 0 ? <Empty title={counts.total === 0 ? "台账中还没有问题" : "没有符合条件的问题"}>{counts.total === 0 ? "县级教育行政部门自查后，未达标的项目逐条登记。" : "换一个筛选条件试试。"}</Empty> : null}
      {page && page.items.length > 0 ? (
        <Card title={`${page.matched} 个问题`} lead={page.pages > 1 ? `第 ${page.page}／${page.pages} 页` : undefined}>
          <EntryTable code={place.code} entries={page.items} units={units} mayAssign={manages} />
          {page.pages > 1 ? <nav aria-label="翻页" className="no-print mt-3 flex gap-2">{page.page > 1 ? step(page.page - 1, "上一页") : null}{page.page < page.pages ? step(page.page + 1, "下一页") : null}</nav> : null}
        </Card>
      ) : null}
      {filters.view === "owners" ? <OwnerTable code={place.code} owners={view.owners} /> : null}
      {view.years ? <YearTable table={view.years} /> : null}
    </>
  );
}
