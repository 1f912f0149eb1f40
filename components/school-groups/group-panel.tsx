import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { formatCv, formatValue } from "@/lib/evaluation/format";
import { groupsHref } from "@/lib/school-groups/filters";
import type { GroupView } from "@/lib/school-groups/load-groups";
import { GROUP_KIND_NAME } from "@/lib/school-groups/rules";
import { INDICATORS, INDICATOR_KEYS, STAGES, STAGE_NAME } from "@/lib/standard/indicators";
import { ChoiceBar } from "./choice-bar";
import { EndForm, JoinForm, MemberActs } from "./member-forms";

type Row = { id: string; label: string; member: GroupView["members"][number] | null };

/** One group: each member beside the group's mean and the county's, and how the members changed. */
export function GroupPanel({ view }: { view: GroupView }) {
  const { place, year, group, members, figures, county, filters, manages, schools, today } = view;
  const present = members.filter((member) => member.present);
  const away = members.filter((member) => !member.present);
  const key = { groupId: group.id, version: group.version };
  const open = group.endedOn === null;
  const changes = manages && open;
  const widest = INDICATOR_KEYS.reduce<(typeof INDICATOR_KEYS)[number] | null>((wide, one) => ((figures[one].cv ?? -1) > (wide ? (figures[wide].cv ?? -1) : -1) ? one : wide), null);
  const rows: Row[] = [...present.map((member) => ({ id: member.id, label: member.school, member })), { id: "mean", label: "组均值（按在校生加权）", member: null }, { id: "spread", label: "组内差异系数", member: null }, { id: "county", label: "全县均值", member: null }];
  const cellOf = (row: Row, indicator: (typeof INDICATOR_KEYS)[number]): string => {
    if (row.member) {
      if (!row.member.section) return "—";
      const value = row.member.section.values[indicator];
      return value === null ? "无数据" : formatValue(indicator, value);
    }
    const { mean, cv, counted } = figures[indicator];
    if (row.id === "spread") return cv === null || counted < 2 ? "—" : formatCv(cv);
    const value = row.id === "mean" ? mean : (county?.indicators[indicator].mean ?? null);
    return value === null ? "无数据" : formatValue(indicator, value);
  };
  return (
    <>
      <Finding tone={open ? "pending" : "neutral"} sentence={`${group.name}：${present.length} 所学校，${open ? `${group.startsOn} 成立` : `${group.startsOn} 至 ${group.endedOn}`}${widest && figures[widest].counted > 1 ? `；${STAGE_NAME[filters.stage]}组内差异最大的是${INDICATORS[widest].shortName}（${formatCv(figures[widest].cv ?? 0)}）` : ""}。`}>
        {GROUP_KIND_NAME[group.kind]} · 牵头学校 {members.find((member) => member.lead)?.school ?? "未指定"} · <Link className="link" href={`/d/${place.code}/groups${year ? `?year=${year}` : ""}`}>全部共同体</Link>
      </Finding>
      <Card title={`${STAGE_NAME[filters.stage]}七项指标`} lead="没有该学段的学校显示为“—”。" aside={year === null ? null : <ChoiceBar label="学段" options={STAGES.map((stage) => ({ href: groupsHref(`/d/${place.code}/groups/${group.id}`, year, { ...filters, stage }), label: STAGE_NAME[stage], chosen: stage === filters.stage }))} />}>
        <DataTable caption="组内各校七项指标" rows={rows} rowKey={(row) => row.id} columns={[
          { key: "name", header: "学校", className: "min-w-36", cell: (row) => (row.member ? <><Link className="link" href={`/s/${row.member.schoolId}/overview${year ? `?year=${year}` : ""}`} prefetch={false}>{row.label}</Link>{row.member.lead ? <span className="ml-1 text-xs text-muted">牵头</span> : null}</> : <span className="font-semibold">{row.label}</span>) },
          { key: "students", header: "在校生", unit: "人", numeric: true, cell: (row) => (row.member ? (row.member.section?.students ?? "—") : row.id === "mean" ? figures.degreeTeachers.students : "") },
          ...INDICATOR_KEYS.map((indicator) => ({ key: indicator, header: INDICATORS[indicator].shortName, unit: INDICATORS[indicator].unit, numeric: true, cell: (row: Row) => cellOf(row, indicator) })),
        ]} />
      </Card>
      <Card title="成员">
        <DataTable caption="成员学校" rows={[...present, ...away]} rowKey={(member) => member.id} columns={[
          { key: "school", header: "学校", cell: (member) => member.school },
          { key: "joined", header: "加入", cell: (member) => <span className="tabular-nums">{member.joinedOn}</span> },
          { key: "left", header: "退出", cell: (member) => (member.leftOn ? <span className="tabular-nums">{member.leftOn}</span> : "在组") },
          ...(changes ? [{ key: "act", header: "办理", cell: (member: (typeof members)[number]) => (member.leftOn === null ? <MemberActs {...key} memberId={member.id} school={member.school} isLead={member.lead} today={today} /> : "—") }] : []),
        ]} />
      </Card>
      {changes ? <Card title="添加成员学校"><JoinForm key={group.version} {...key} schools={schools.filter((school) => !present.some((member) => member.schoolId === school.id))} today={today} /></Card> : null}
      {changes ? <EndForm {...key} name={group.name} today={today} /> : null}
    </>
  );
}
