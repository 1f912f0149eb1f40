import clsx from "clsx";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { TraceAnchor } from "@/components/trace/trace-link";
import { cityPlan, planDueOf, type PlanCell } from "@/lib/results/plan-due";
import type { CountyStandingRow } from "@/lib/results/list-county-standings";
import { RECOGNISED_BASIS } from "@/lib/results/trend";
import { countiesTrace } from "@/lib/trace/keys";

/** “3／4”: of four counties due three meet the standard; of a later year the number alone. */
function Cell({ cell, due }: { cell: PlanCell | undefined; due: boolean }) {
  if (!cell) return <td className="num px-2 py-2 text-muted">—</td>;
  return <td className={clsx("num px-2 py-2", due && cell.unmet > 0 && "font-semibold text-fail")}>{due ? `${cell.met}／${cell.counties}` : cell.counties}</td>;
}

/** Cities × 申报年 of the 规划表, with how many of the counties due meet the standard. On a phone it is moved sideways; the city stays. */
export function CityPlanTable({ code, counties, year, known }: { code: string; counties: CountyStandingRow[]; year: number; /** The platform has recognitions on record. */ known: boolean }) {
  const rows = cityPlan(counties);
  const years = [...new Set(counties.flatMap((county) => county.planYear ?? []))].sort();
  const due = planDueOf(counties, year);
  const title = due.due === 0 ? `规划表中没有 ${year} 年及以前申报的县` : `规划表列入 ${year} 年及以前申报的 ${due.due} 个县中，${due.met} 个达到标准${due.unmet > 0 ? `，${due.unmet} 个未达到` : ""}${due.open > 0 ? `，${due.open} 个数据不全` : ""}`;
  const head = "px-2 py-2 font-medium whitespace-nowrap";
  return (
    <Card title={title} lead={`各市按申报年；${year} 年及以前为“达到标准／列入”的县数，按审定数据，不是认定；以后的年份为列入数。${RECOGNISED_BASIS}。`} aside={<span className="space-x-3 text-sm"><TraceAnchor href={countiesTrace(code, year, "planned")}>列入的县</TraceAnchor><Link className="link" href={`/d/${code}/plan`} prefetch={false}>规划表</Link></span>}>
      <div className="relative -mx-2 overflow-x-auto px-2" tabIndex={0} role="region" aria-label="各市规划与达到标准的县">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">各市规划与达到标准的县</caption>
          <thead><tr className="border-b border-line text-muted">
            <th scope="col" className={clsx(head, "text-left sticky left-0 z-10 bg-surface")}>市</th>
            {["县级单位", "已认定", "完成审定", "达到标准", ...years.map((one) => `${one} 年`), "未列入"].map((name) => <th key={name} scope="col" className={clsx(head, "text-right")}>{name}</th>)}
          </tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.code} className="border-b border-line/70 last:border-0">
                <th scope="row" className="px-2 py-2 text-left font-normal whitespace-nowrap sticky left-0 z-10 bg-surface"><Link className="link" prefetch={false} href={`/d/${row.code}/overview?year=${year}`}>{row.name}</Link></th>
                <td className="num px-2 py-2">{row.counties}</td>
                <td className="num px-2 py-2">{known ? <TraceAnchor href={countiesTrace(row.code, year, "recognised")}>{row.recognised}</TraceAnchor> : "—"}</td>
                <td className="num px-2 py-2"><TraceAnchor href={countiesTrace(row.code, year, "reported")}>{row.reported}</TraceAnchor></td>
                <td className="num px-2 py-2">{row.reported === 0 ? "—" : <TraceAnchor href={countiesTrace(row.code, year, "compliant")}>{row.met}</TraceAnchor>}</td>
                {years.map((one) => <Cell key={one} cell={row.cells.get(one)} due={one <= year} />)}
                <Cell cell={row.cells.get(null)} due={false} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
