import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { FILING_STATE_NAME, FILING_STATE_TONE, FILING_STATES } from "@/lib/filings/states";
import { yearName } from "@/lib/results/years";
import type { MySchool } from "@/lib/schools/load-my-schools";
import { SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";

function FilingState({ school }: { school: MySchool }) {
  const state = FILING_STATES.find((known) => known === school.state);
  return state && school.year ? <>{yearName(school.year)} <StatusTag tone={FILING_STATE_TONE[state]}>{FILING_STATE_NAME[state]}</StatusTag></> : <>—</>;
}

/** The schools that a 责任督学 looks after. */
export function MySchools({ schools }: { schools: MySchool[] }) {
  if (schools.length === 0) return <Empty page title="还没有分配学校">由县级教育行政部门为责任督学分配学校。</Empty>;
  const unmet = schools.filter((school) => school.sections > school.compliant).length;
  return (
    <>
      <Finding tone={unmet > 0 ? "warn" : "pass"} sentence={`负责督导 ${schools.length} 所学校，其中 ${unmet} 所按最近审定数据尚未达标。`} />
      <Card title="我的学校" lead="点校名查看七项指标、缺口和自评">
        <DataTable caption="我的学校" rows={schools} rowKey={(row) => row.id} columns={[
          { key: "name", header: "学校", cell: (row) => <Link className="link" prefetch={false} href={`/s/${row.id}/overview`}>{row.name}</Link> },
          { key: "kind", header: "办学类型", cell: (row) => SCHOOL_KIND_LABEL[row.kind] },
          { key: "result", header: "最近审定", cell: (row) => (row.sections === 0 ? <StatusTag tone="neutral">无数据</StatusTag> : row.sections === row.compliant ? <StatusTag tone="pass">达标</StatusTag> : <StatusTag tone="fail">未达标</StatusTag>) },
          { key: "filing", header: "自评填报", cell: (row) => <FilingState school={row} /> },
        ]} />
      </Card>
    </>
  );
}
