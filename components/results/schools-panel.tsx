import Form from "next/form";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { SectionFilters } from "@/lib/access/page-params";
import { FILING_STATE_NAME, FILING_STATE_TONE, isFilingState } from "@/lib/filings/states";
import { SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";
import type { SchoolsView } from "@/lib/results/load-schools";
import { yearName } from "@/lib/results/years";
import { SectionTable } from "./section-table";

type View = Extract<SchoolsView, { kind: "county" }>;

const SELECT = "rounded-md border border-line bg-surface px-2.5 py-1.5 text-sm";

function Filters({ view, filters }: { view: View; filters: SectionFilters }) {
  const path = `/d/${view.place.code}/schools`;
  return (
    <Form action={path} scroll={false} className="no-print mb-3 flex flex-wrap items-end gap-3 text-sm">
      <input type="hidden" name="year" value={view.year} />
      <label>学段<select name="stage" defaultValue={filters.stage ?? ""} className={`${SELECT} ml-2`}><option value="">全部</option><option value="primary">小学</option><option value="junior">初中</option></select></label>
      <label>结论<select name="verdict" defaultValue={filters.verdict ?? ""} className={`${SELECT} ml-2`}><option value="">全部</option><option value="unmet">未达标</option><option value="met">达标</option><option value="open">数据不全</option></select></label>
      <label>校名<input name="q" defaultValue={filters.q ?? ""} maxLength={40} className={`${SELECT} ml-2 w-36`} /></label>
      <button type="submit" className={buttonClass("primary")}>查询</button>
      <Link href={`${path}?year=${view.year}`} className={buttonClass()}>重置</Link>
    </Form>
  );
}

export function SchoolsPanel({ view, filters }: { view: View; filters: SectionFilters }) {
  const { sections, schools, year, place } = view;
  const shown = sections.filter((row) => (!filters.stage || row.stage === filters.stage) && (!filters.q || row.school.includes(filters.q))
    && (!filters.verdict || filters.verdict === (row.complete ? (row.compliant ? "met" : "unmet") : "open")));
  const unmet = sections.filter((row) => row.complete && !row.compliant).length;
  const waiting = schools.filter((school) => school.state !== "approved" && school.state !== "correcting" && school.state !== "resubmitted");
  const sentence = sections.length === 0 ? `${place.name}${yearName(year)}还没有审定的学校数据。` : `${place.name}${yearName(year)}：${sections.length} 所学校（部）中，${unmet === 0 ? "全部达标" : `${unmet} 个未达标`}${waiting.length > 0 ? `；另有 ${waiting.length} 所学校尚未审定` : ""}。`;
  return (
    <>
      <Finding tone={sections.length === 0 ? "pending" : unmet > 0 ? "fail" : waiting.length > 0 ? "pending" : "pass"} sentence={sentence} />
      {sections.length > 0 ? <Card title="学校与七项指标"><Filters view={view} filters={filters} /><SectionTable sections={shown} year={year} caption="学校与七项指标" standard={view.standard} /></Card> : null}
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
