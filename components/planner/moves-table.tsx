import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { PlanFilters } from "@/lib/planner/filters";
import type { SavedView } from "@/lib/planner/load-saved";
import { pageOf } from "@/lib/planner/order-additions";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { Pager } from "@/components/ui/pager";
import { planAddress } from "./plan-address";

/** Who goes where: from, to, how many; the same 共同体 is marked. */
export function MovesTable({ view, filters }: { view: SavedView; filters: PlanFilters }) {
  const { place, plan } = view;
  const { moves } = plan.outcome;
  if (moves.length === 0) return null;
  const { groups, schools } = plan.inputs;
  const names = new Map(schools.map((facts) => [facts.code, facts.name]));
  const together = ({ from, to }: { from: string; to: string }) => groups[from] !== undefined && groups[from] === groups[to];
  const inGroup = moves.filter(together).reduce((sum, { count }) => sum + count, 0);
  const all = moves.reduce((sum, { count }) => sum + count, 0);
  const { rows, page, pages } = pageOf(moves, filters.moves);
  return (
    <Card title={`教师调动 ${all} 人`} lead={`其中同一共同体内 ${inGroup} 人；调出学校不低于自身标准。只列人数，不涉及具体教师。`}>
      <DataTable caption="教师调动" rows={rows} rowKey={(row) => `${row.from}-${row.to}-${row.stage}-${row.indicator}`} columns={[
        { key: "from", header: "调出", cell: (row) => names.get(row.from) ?? row.from },
        { key: "to", header: "调入", cell: (row) => names.get(row.to) ?? row.to },
        { key: "stage", header: "学段", cell: (row) => STAGE_NAME[row.stage] },
        { key: "indicator", header: "教师", cell: (row) => INDICATORS[row.indicator].shortName },
        { key: "count", header: "人数", numeric: true, cell: (row) => row.count },
        { key: "group", header: "共同体", cell: (row) => (together(row) ? <StatusTag tone="pass">同一共同体</StatusTag> : "跨共同体") },
      ]} />
      <Pager label="教师调动分页" page={page} pages={pages} href={(to) => planAddress(place.code, plan.id, filters, { moves: to })} />
    </Card>
  );
}
