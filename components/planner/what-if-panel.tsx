import Link from "next/link";
import { Finding } from "@/components/ui/finding";
import type { PlannerView } from "@/lib/planner/load-planner";
import type { Basis } from "@/lib/planner/read-county";
import { WhatIfLoader } from "./what-if-loader";

/** What would change if: the head of the page and its desk. */
export function WhatIfPanel({ view, basis }: { view: PlannerView; basis: Basis }) {
  const { place, year, mayLive, manages } = view;
  if (year === null) return <Finding tone="neutral" sentence={`${place.name}还没有填报年度，不能试算。`} />;
  const at = (other: number, kind: Basis) => `/d/${place.code}/plan/solver/what-if?year=${other}${kind === "live" ? "&basis=live" : ""}`;
  return (
    <>
      <Finding tone="neutral" sentence={`${place.name}变动试算：在校生增减、新建、撤并和扩大寄宿之后，各校（部）和差异系数还达标吗？`}>
        <p>以 {year}学年初{basis === "live" ? "实时数据（未审定）" : "审定数据"}在本机计算，不上传、不保存；结果是测算，不是评估结论。</p>
        <p className="no-print mt-1 flex flex-wrap gap-3">
          {place.years.filter((entry) => entry.year !== year).map((entry) => <Link key={entry.year} href={at(entry.year, basis)} prefetch={false} className="text-brand hover:underline">改用 {entry.year}学年初</Link>)}
          {mayLive ? <Link href={at(year, basis === "live" ? "approved" : "live")} prefetch={false} className="text-brand hover:underline">{basis === "live" ? "改用审定数据" : "改用实时数据（未审定）"}</Link> : null}
          <Link href={`/d/${place.code}/plan/solver`} prefetch={false} className="text-brand hover:underline">返回方案测算</Link>
        </p>
      </Finding>
      <WhatIfLoader key={`${year}-${basis}`} divisionCode={place.code} year={year} basis={basis} manages={manages} />
    </>
  );
}
