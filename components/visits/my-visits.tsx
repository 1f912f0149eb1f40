import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { MyVisits } from "@/lib/visits/load-my-visits";
import { countsOnList, isDone } from "@/lib/visits/rules";
import { VisitTable } from "./visit-table";

/** A 责任督学's own year: what is due, what is done, where nobody has been. */
export function MyVisitsPanel({ view }: { view: MyVisits }) {
  const { visits, schools, year, limit } = view;
  const planned = visits.filter((visit) => countsOnList(visit.state)).length;
  const done = visits.filter((visit) => isDone(visit.state)).length;
  const missed = visits.filter((visit) => visit.missed).length;
  const unvisited = schools.filter((school) => school.done === 0);
  return (
    <>
      <Finding tone={missed > 0 ? "fail" : unvisited.length > 0 ? "warn" : "pass"} sentence={`${year} 年负责 ${schools.length} 所学校，计划访校 ${planned} 次、已完成 ${done} 次${missed > 0 ? `，${missed} 次已过计划日期` : ""}；${unvisited.length > 0 ? `${unvisited.length} 所学校今年还没有人到过` : "各校均已到访"}。`}>
        {limit === null ? "本县还没有设定进校次数上限。" : `本县每校每年进校活动不超过 ${limit} 次。`}
      </Finding>
      <Link className={buttonClass("primary", "min-h-12 w-full text-base sm:w-auto sm:px-8")} href="/s/visits/new">计划一次访校</Link>
      {unvisited.length > 0 ? <Card title={`还没有到访的学校 ${unvisited.length} 所`}><ul className="grid gap-1 text-sm sm:grid-cols-2">{unvisited.map((school) => <li key={school.id} className="flex min-h-11 items-center justify-between gap-2 border-b border-line/60"><span>{school.name}</span><Link className="link px-2 py-2" href={`/s/visits/new?school=${school.id}`} prefetch={false} aria-label={`为${school.name}计划访校`}>计划</Link></li>)}</ul></Card> : null}
      {visits.length === 0 ? <Empty title={`${year} 年还没有访校计划`}>点“计划一次访校”，选择学校、日期和查看内容。</Empty> : <Card title={`${year} 年访校 ${visits.length} 条`}><VisitTable visits={visits} base="/s/visits" /></Card>}
    </>
  );
}
