import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { costsOf } from "@/lib/planner/costs";
import { SORTS, type PlanFilters, type PlanSort } from "@/lib/planner/filters";
import type { SavedView } from "@/lib/planner/load-saved";
import { orderAdditions, pageOf } from "@/lib/planner/order-additions";
import { figure, MONEY_NAME } from "@/lib/planner/rules";
import { totalsText } from "@/lib/planner/sentences";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { Pager } from "@/components/ui/pager";
import { planAddress } from "./plan-address";

/** On a phone the table's headings are away; the order is chosen here. */
const SORT_NAME: Record<PlanSort, string> = { school: "按学校", indicator: "按指标", cost: "按成本从高到低" };

/** What is added to which school, in raw units, with what it costs. */
export function AdditionsTable({ view, filters }: { view: SavedView; filters: PlanFilters }) {
  const { place, plan } = view;
  const { additions } = plan.outcome;
  if (additions.length === 0) return null;
  const { rows, page, pages } = pageOf(orderAdditions(additions, costsOf(plan.asked), filters.sort), filters.page);
  const at = (change: Partial<PlanFilters>) => planAddress(place.code, plan.id, filters, change);
  const sorting = (sort: PlanSort) => ({ sorted: filters.sort === sort ? (sort === "cost" ? "descending" as const : "ascending" as const) : undefined });
  return (
    <Card title={`增补清单 ${additions.length} 项`} lead={`合计：${totalsText(additions)}。增补给共用校舍的，记在全校，由各学段分摊。`}>
      <nav aria-label="增补清单排序" className="no-print mb-2 flex gap-3 text-sm">
        <span className="text-muted">排列</span>
        {SORTS.map((sort) => <Link key={sort} href={at({ sort, page: 1 })} scroll={false} prefetch={false} aria-current={filters.sort === sort ? "true" : undefined} className="text-brand hover:underline aria-[current]:font-semibold aria-[current]:text-ink">{SORT_NAME[sort]}</Link>)}
      </nav>
      <DataTable caption="增补清单" rows={rows} rowKey={(row) => `${row.code}-${row.stage ?? ""}-${row.indicator}`} columns={[
        { key: "school", header: "学校", ...sorting("school"), cell: (row) => { const id = plan.inputs.ids[row.code]; return id ? <Link href={`/s/${id}/overview`} prefetch={false} className="text-brand hover:underline">{row.school}</Link> : row.school; } },
        { key: "stage", header: "学段", cell: (row) => (row.stage ? STAGE_NAME[row.stage] : "全校") },
        { key: "indicator", header: "指标", ...sorting("indicator"), cell: (row) => INDICATORS[row.indicator].shortName },
        { key: "amount", header: "增补", numeric: true, cell: (row) => `${figure(row.amount)} ${INDICATORS[row.indicator].unit}` },
        { key: "cost", header: "成本", unit: MONEY_NAME[plan.asked.money], numeric: true, ...sorting("cost"), cell: (row) => figure(row.cost) },
      ]} />
      <Pager label="增补清单分页" page={page} pages={pages} href={(to) => at({ page: to })} />
    </Card>
  );
}
