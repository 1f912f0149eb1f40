import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { visitsHref } from "@/lib/visits/filters";
import type { CountyVisits } from "@/lib/visits/load-county-visits";
import { VISIT_STATES, VISIT_STATE_NAME } from "@/lib/visits/rules";
import { LimitForm } from "./limit-form";
import { VisitTable } from "./visit-table";
import { VisitTabs } from "./visit-tabs";

const NAMED = 12;

/** A county's year of visits: schools that nobody has been to, load per 责任督学, the list against the limit, and the visits. */
export function CountyVisitsPanel({ view }: { view: CountyVisits }) {
  const { place, year, schools, load, limit, visits, total, pages, filters } = view;
  const path = `/d/${place.code}/visits`;
  const been = schools.filter((school) => school.done > 0).length;
  const unvisited = schools.filter((school) => school.done === 0);
  const full = limit ? schools.filter((school) => school.onList >= limit.perSchool) : [];
  const [onList, done] = [schools.reduce((sum, school) => sum + school.onList, 0), schools.reduce((sum, school) => sum + school.done, 0)];
  return (
    <>
      <Finding tone={unvisited.length > 0 ? "warn" : "pass"} sentence={`${place.name} ${year} 年进校活动 ${onList} 次，已完成 ${done} 次，到访 ${been}／${schools.length} 所学校${unvisited.length > 0 ? `，${unvisited.length} 所还没有人到过` : ""}。`}>
        {limit ? `每校上限 ${limit.perSchool} 次，${full.length} 所学校已达上限。` : "本县还没有设定每校进校活动的次数上限。"}
      </Finding>
      <VisitTabs code={place.code} year={year} current="visits">{view.mayPlan ? <Link className={buttonClass("primary")} href={`${path}/new`}>列入进校活动</Link> : null}</VisitTabs>
      {view.manages ? <Card title="进校活动清单制度" lead="每次进校都要有审批依据和文号，并计入学校本年清单；达到上限后不再列入。"><LimitForm divisionCode={place.code} year={year} limit={limit} /></Card> : null}
      <Card title={`责任督学 ${load.length} 人`} lead="负责的学校、本年计划和完成的访校">
        {load.length === 0 ? <p className="text-sm text-muted">还没有责任督学账号，由县级教育行政部门在“账号”中添加。</p> : (
          <DataTable caption="责任督学工作量" rows={load} rowKey={(row) => row.userId} columns={[
            { key: "name", header: "责任督学", cell: (row) => row.name },
            { key: "schools", header: "负责学校", numeric: true, cell: (row) => row.schools },
            { key: "planned", header: "列入计划", numeric: true, cell: (row) => row.planned },
            { key: "done", header: "已完成", numeric: true, cell: (row) => row.done },
            { key: "missed", header: "逾期未访", numeric: true, cell: (row) => (row.missed > 0 ? <span className="font-semibold text-fail">{row.missed}</span> : 0) },
            { key: "unvisited", header: "本人未到访学校", numeric: true, cell: (row) => row.unvisited },
          ]} />
        )}
      </Card>
      {unvisited.length > 0 ? (
        <Card title={`今年还没有人到过的学校 ${unvisited.length} 所`}>
          <p className="text-sm">{unvisited.slice(0, NAMED).map((school) => school.name).join("、")}{unvisited.length > NAMED ? `等 ${unvisited.length} 所` : ""}</p>
          {unvisited.length > NAMED ? <details className="mt-2 text-sm"><summary className="cursor-pointer text-brand">全部列出</summary><ul className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-3">{unvisited.map((school) => <li key={school.id}><Link className="link" href={`/s/${school.id}/visits`} prefetch={false}>{school.name}</Link></li>)}</ul></details> : null}
        </Card>
      ) : null}
      {full.length > 0 ? <Card title={`已达上限的学校 ${full.length} 所`}><ul className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-3">{full.map((school) => <li key={school.id}><Link className="link" href={`/s/${school.id}/visits`} prefetch={false}>{school.name}</Link>（{school.onList} 次）</li>)}</ul></Card> : null}
      <Card title={`访校 ${total} 条`} aside={
        <nav aria-label="按状态筛选" className="flex flex-wrap gap-1 text-sm">{[undefined, ...VISIT_STATES].map((state) => <Link key={state ?? "all"} href={visitsHref(path, year, { state })} prefetch={false} aria-current={filters.state === state ? "true" : undefined} className="rounded-md px-2 py-1 hover:bg-brand-soft aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">{state ? VISIT_STATE_NAME[state] : "全部"}</Link>)}</nav>
      }>
        {visits.length === 0 ? <Empty title="没有访校记录">由责任督学在手机上计划和记录；教育行政部门、督导机构也可以列入进校活动。</Empty> : <VisitTable visits={visits} base={path} />}
        {pages > 1 ? <nav aria-label="翻页" className="mt-3 flex items-center gap-3 text-sm">{filters.page > 1 ? <Link className="link" href={visitsHref(path, year, { ...filters, page: filters.page - 1 })} prefetch={false}>上一页</Link> : null}<span className="text-muted">第 {filters.page}／{pages} 页</span>{filters.page < pages ? <Link className="link" href={visitsHref(path, year, { ...filters, page: filters.page + 1 })} prefetch={false}>下一页</Link> : null}</nav> : null}
      </Card>
    </>
  );
}
