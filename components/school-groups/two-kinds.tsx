import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { ONLY, ONLY_NAME, groupsHref, type GroupFilters, type Only } from "@/lib/school-groups/filters";
import type { KindOfSchool } from "@/lib/school-groups/list-two-kinds";
import { SMALL_SCHOOL } from "@/lib/school-groups/rules";
import { ChoiceBar } from "./choice-bar";

const ofTwoKinds = (school: KindOfSchool) => school.small === true || school.boarding;
const SHOWS: Record<Only, (school: KindOfSchool) => boolean> = { both: ofTwoKinds, small: (school) => school.small === true, boarding: (school) => school.boarding, without: (school) => ofTwoKinds(school) && school.counsellors === 0 };

/** 农村小规模学校 and 乡镇寄宿制学校, with their 专职心理健康教育教师. seed: C5 */
export function TwoKinds({ kinds, path, year, filters }: { kinds: KindOfSchool[]; path: string; year: number; filters: GroupFilters }) {
  const both = kinds.filter(ofTwoKinds);
  const shown = kinds.filter(SHOWS[filters.only]);
  const [having, unknown] = [both.filter((school) => (school.counsellors ?? 0) > 0).length, both.filter((school) => school.counsellors === null).length];
  return (
    <Card title={`两类学校 ${both.length} 所：${having} 所有专职心理健康教育教师${unknown > 0 ? `，${unknown} 所未填` : ""}`} lead={`小规模学校：在校生不足 ${SMALL_SCHOOL} 人；寄宿制学校：按本年度填报。`}
      aside={<ChoiceBar label="筛选学校" options={ONLY.map((only) => ({ href: groupsHref(path, year, { ...filters, only }), label: `${ONLY_NAME[only]} ${kinds.filter(SHOWS[only]).length}`, chosen: only === filters.only }))} />}>
      {shown.length === 0 ? <p className="text-sm text-muted">没有这样的学校。</p> : (
        <DataTable caption={ONLY_NAME[filters.only]} rows={shown} rowKey={(row) => row.id} columns={[
          { key: "name", header: "学校", cell: (row) => <Link className="link" href={`/s/${row.id}/overview?year=${year}`} prefetch={false}>{row.name}</Link> },
          { key: "pupils", header: "在校生", unit: "人", numeric: true, cell: (row) => row.pupils ?? "未审定" },
          { key: "small", header: "小规模", cell: (row) => (row.small === null ? "未审定" : row.small ? "是" : "否") },
          { key: "boarding", header: "寄宿制", cell: (row) => (row.boarding ? "是" : "否") },
          { key: "counsellors", header: "专职心理教师", cell: (row) => (row.counsellors === null ? <StatusTag tone="neutral">未填</StatusTag> : row.counsellors > 0 ? <StatusTag tone="pass">{`${row.counsellors} 人`}</StatusTag> : <StatusTag tone="warn">没有</StatusTag>) },
        ]} />
      )}
    </Card>
  );
}
