import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { SchoolVisitsView } from "@/lib/visits/load-school-visits";
import { VisitTable } from "./visit-table";

/** The school's list of visits of a year: who comes, with which approval, and what waits for the school's confirmation. seed: X15 */
export function SchoolVisitsPanel({ view }: { view: SchoolVisitsView }) {
  const { school, year, visits, counted, limit } = view;
  const waiting = visits.filter((visit) => visit.state === "recorded").length;
  return (
    <>
      <Finding tone={waiting > 0 ? "warn" : "pending"} sentence={`${school.name} ${year} 年进校活动清单 ${counted} 次${limit === null ? "" : `，上限 ${limit} 次`}${waiting > 0 ? `；${waiting} 次等待学校确认` : ""}。`}>没有列入清单、没有批准文号的活动，学校可以不接待。</Finding>
      {visits.length === 0 ? <Empty title={`${year} 年没有进校活动`}>责任督学、教育行政部门和督导机构列入清单的访校会出现在这里。</Empty> : <Card title={`${year} 年进校活动清单`}><VisitTable visits={visits} base={`/s/${school.id}/visits`} schools={false} /></Card>}
    </>
  );
}
