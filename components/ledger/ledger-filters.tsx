import clsx from "clsx";
import Link from "next/link";
import { VIEWS, VIEW_NAME, ledgerQuery, type LedgerFilters } from "@/lib/ledger/filters";
import { ITEM_KEYS, itemName } from "@/lib/ledger/item-names";
import { BUREAU, DATA_MET_NAME, LEDGER_STATES, LEDGER_STATE_NAME, SOURCES, SOURCE_NAME } from "@/lib/ledger/rules";

type Props = { path: string; filters: LedgerFilters; units: { id: string; name: string }[]; views: boolean };

/** Views as links, filters as a form whose answer is an address. */
export function LedgerFilterBar({ path, filters, units, views }: Props) {
  const field = "max-w-56 rounded-md border border-line bg-surface px-2 py-1.5 text-sm";
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      {views ? (
        <nav aria-label="显示方式" className="flex overflow-hidden rounded-md border border-line bg-surface text-sm">
          {VIEWS.map((view) => <Link key={view} href={`${path}${ledgerQuery(filters, { view })}`} scroll={false} prefetch={false} aria-current={filters.view === view ? "page" : undefined} className={clsx("px-3 py-1.5", filters.view === view ? "bg-brand text-white" : "hover:bg-brand-soft")}>{VIEW_NAME[view]}</Link>)}
        </nav>
      ) : null}
      {filters.view === "list" ? (
        <form action={path} className="flex flex-wrap items-center gap-2">
          <select name="state" aria-label="状态" defaultValue={filters.state ?? ""} className={field}><option value="">全部状态</option><option value="standing">未销号</option>{LEDGER_STATES.map((state) => <option key={state} value={state}>{LEDGER_STATE_NAME[state]}</option>)}<option value="data_met">{DATA_MET_NAME}</option><option value="overdue">逾期</option></select>
          <select name="source" aria-label="问题来源" defaultValue={filters.source ?? ""} className={field}><option value="">全部来源</option>{SOURCES.map((source) => <option key={source} value={source}>{SOURCE_NAME[source]}</option>)}</select>
          <select name="item" aria-label="指标" defaultValue={filters.item ?? ""} className={field}><option value="">全部指标</option>{ITEM_KEYS.map((item) => <option key={item} value={item}>{itemName(item)}</option>)}</select>
          <select name="owner" aria-label="责任单位" defaultValue={filters.owner ?? ""} className={field}><option value="">全部责任单位</option><option value="school">学校</option><option value="bureau">{BUREAU}</option>{units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}</select>
          <input name="q" type="search" aria-label="学校名称" placeholder="学校名称" defaultValue={filters.q ?? ""} className={`${field} w-32`} />
          <button type="submit" className="rounded-md border border-line bg-surface px-3 py-1.5 text-sm font-medium text-brand hover:bg-brand-soft">筛选</button>
        </form>
      ) : null}
    </div>
  );
}
