import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { FILING_STATE_NAME, FILING_STATE_TONE, isFilingState } from "@/lib/filings/states";
import type { SchoolsView } from "@/lib/results/load-schools";
import { yearName } from "@/lib/results/years";
import { SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";
import { SchoolFilterRow } from "./school-filter-row";
import { SectionTable } from "./section-table";

type County = Extract<SchoolsView, { kind: "county" }>;

/** The table of schools with its filters; nothing where nothing is approved. */
export function SchoolTableCard({ view }: { view: Exclude<SchoolsView, { kind: "empty" }> }) {
  if (view.list.counts.total === 0) return null;
  return <Card title="学校与七项指标" lead="点列名排序；一贯制学校、完全中学按学段分列"><SchoolFilterRow view={view} /><SectionTable view={view} /></Card>;
}

/** Schools of a county: the verdicts, the table, and who still waits. */
export function SchoolsPanel({ view }: { view: County }) {
  const { list: { counts }, schools, year, place } = view;
  const waiting = schools.filter((school) => school.state !== "approved" && school.state !== "correcting" && school.state !== "resubmitted");
  const verdict = counts.unmet > 0 ? `${counts.unmet} 个未达标` : counts.open > 0 ? "没有未达标的" : "全部达标";
  const sentence = counts.total === 0 ? `${place.name}${yearName(year)}还没有审定的学校数据。`
    : `${place.name}${yearName(year)}：${counts.total} 所学校（部）中，${verdict}${counts.open > 0 ? `，${counts.open} 个数据不全` : ""}${waiting.length > 0 ? `；另有 ${waiting.length} 所学校尚未审定` : ""}。`;
  return (
    <>
      <Finding tone={counts.total === 0 ? "pending" : counts.unmet > 0 ? "fail" : waiting.length > 0 || counts.open > 0 ? "pending" : "pass"} sentence={sentence} />
      <SchoolTableCard view={view} />
      {waiting.length > 0 ? (
        <Card title={`${waiting.length} 所学校尚未审定`} lead="未审定的学校不计入结果">
          <ul className="grid gap-x-6 text-sm sm:grid-cols-2 xl:grid-cols-3">
            {waiting.map((school) => (
              <li key={school.id} className="flex items-center justify-between gap-2 border-b border-line py-1.5">
                <span><Link className="link" prefetch={false} href={`/s/${school.id}/overview?year=${year}`}>{school.name}</Link> <span className="text-muted">{SCHOOL_KIND_LABEL[school.kind]}</span></span>
                {isFilingState(school.state) ? <StatusTag tone={FILING_STATE_TONE[school.state]}>{FILING_STATE_NAME[school.state]}</StatusTag> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
