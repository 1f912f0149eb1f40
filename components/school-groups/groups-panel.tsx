import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { formatCv, formatValue } from "@/lib/evaluation/format";
import { spreadBetween, widestBetween } from "@/lib/school-groups/figures";
import { groupsHref } from "@/lib/school-groups/filters";
import type { GroupsView } from "@/lib/school-groups/load-groups";
import { GROUP_KINDS, GROUP_KIND_NAME } from "@/lib/school-groups/rules";
import { INDICATORS, INDICATOR_KEYS, STAGES, STAGE_NAME } from "@/lib/standard/indicators";
import { ChoiceBar } from "./choice-bar";
import { FigureCell } from "./figure-cell";
import { GroupForm } from "./group-form";
import { TwoKinds } from "./two-kinds";

type Row = { kind: "group"; group: GroupsView["groups"][number] } | { kind: "county" } | { kind: "between" };

/** The groups of a county, their figures within, between and against the county, and the 两类学校. seed: X6, C5 */
export function GroupsPanel({ view }: { view: GroupsView }) {
  const { place, year, groups, filters, county, manages, schools, kinds, today } = view;
  const path = `/d/${place.code}/groups`;
  const counted = GROUP_KINDS.map((kind) => ({ kind, n: groups.filter((group) => group.kind === kind).length })).filter(({ n }) => n > 0);
  const grouped = new Set(groups.flatMap((group) => group.members.map(({ schoolId }) => schoolId)));
  const wide = widestBetween(groups.map((group) => group.figures));
  const rows: Row[] = [...groups.map((group): Row => ({ kind: "group", group })), { kind: "between" }, { kind: "county" }];
  return (
    <>
      <Finding tone="pending" sentence={groups.length === 0 ? `${place.name}还没有登记学校共同体、教育集团或学区。` : `${place.name}有${counted.map(({ kind, n }) => `${GROUP_KIND_NAME[kind]} ${n} 个`).join("、")}，覆盖 ${grouped.size} 所学校${wide ? `；${STAGE_NAME[filters.stage]}组间差异最大的是${INDICATORS[wide.key].shortName}（${formatCv(wide.cv)}）` : ""}。`}>
        {view.ended > 0 ? `另有 ${view.ended} 个已经结束，记录保留。` : "一所学校同时只参加一个共同体；教育集团、学区可以另行划分。"}
      </Finding>
      {year === null || groups.length === 0 ? <Empty title="还没有共同体">由县级教育行政部门登记：先建立并指定牵头学校，再添加成员学校。</Empty> : (
        <Card title={`各组${STAGE_NAME[filters.stage]}七项指标`} lead="组均值按在校生加权；组内差异为组内各校的差异系数；组间差异为各组均值的差异系数。" aside={<ChoiceBar label="学段" options={STAGES.map((stage) => ({ href: groupsHref(path, year, { ...filters, stage }), label: STAGE_NAME[stage], chosen: stage === filters.stage }))} />}>
          <DataTable caption="各组七项指标" rows={rows} rowKey={(row) => (row.kind === "group" ? row.group.id : row.kind)} columns={[
            { key: "name", header: "名称", className: "min-w-40", cell: (row) => (row.kind === "group" ? <><Link className="link" href={`${path}/${row.group.id}?year=${year}`} prefetch={false}>{row.group.name}</Link><span className="block text-xs text-muted">{GROUP_KIND_NAME[row.group.kind]} · {row.group.members.length} 所 · 牵头 {row.group.lead}</span></> : <span className="font-semibold">{row.kind === "county" ? "全县均值" : "组间差异系数"}</span>) },
            ...INDICATOR_KEYS.map((key) => ({
              key, header: INDICATORS[key].shortName, unit: INDICATORS[key].unit, numeric: true,
              cell: (row: Row) => {
                const mean = county?.indicators[key].mean ?? null;
                if (row.kind === "county") return mean === null ? "无数据" : formatValue(key, mean);
                if (row.kind === "group") return <FigureCell indicator={key} figures={row.group.figures[key]} county={mean} />;
                const cv = spreadBetween(groups.map((group) => group.figures), key);
                return cv === null ? "—" : formatCv(cv);
              },
            })),
          ]} />
        </Card>
      )}
      {manages ? <Card title="登记共同体、集团或学区"><GroupForm divisionCode={place.code} schools={schools} today={today} /></Card> : null}
      {year === null ? null : <TwoKinds kinds={kinds} path={path} year={year} filters={filters} />}
    </>
  );
}
