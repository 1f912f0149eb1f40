import clsx from "clsx";
import Link from "next/link";
import { TraceLink } from "@/components/trace/trace-link";
import { Card } from "@/components/ui/card";
import { formatCv, formatShare } from "@/lib/evaluation/format";
import { concentrationOf, concentrationText } from "@/lib/findings/concentration";
import { cvAnchor } from "@/lib/findings/rules-cv";
import type { CountyOverviewView } from "@/lib/results/load-county-overview";
import { STAGE_NAME, INDICATORS } from "@/lib/standard/indicators";
import { cvTrace } from "@/lib/trace/keys";

type View = CountyOverviewView;
const SHOWN = 5;
const SIDE = { above: "高于县均值", below: "低于县均值", level: "等于县均值" } as const;

/** The schools that one coefficient's differences lie in, as bars with their figures. */
function Driver({ driver: { cv: { stage, key, cv, limit }, parts: all }, schoolIds, year, traced }: { driver: View["drivers"][number]; schoolIds: View["schoolIds"]; year: number; traced?: { code: string; year: number } }) {
  const found = concentrationOf(all);
  if (!found) return null;
  const top = all.slice(0, SHOWN);
  const rest = all.slice(SHOWN).reduce((sum, part) => sum + part.share, 0);
  const largest = Math.max(...top.map((part) => part.share), rest);
  const rows = [...top.map((part) => ({ name: part.school, id: schoolIds.get(part.code), note: SIDE[part.side], share: part.share })), ...(all.length > SHOWN ? [{ name: `其余 ${all.length - SHOWN} 所`, id: undefined, note: "", share: rest }] : [])];
  return (
    <div id={cvAnchor({ stage, key })} className="min-w-0 scroll-mt-20">
      <Card title={`${STAGE_NAME[stage]}${INDICATORS[key].shortName}：${concentrationText(found)}`} lead={<>各校在差异系数平方中所占份额；系数 {traced ? <TraceLink href={cvTrace(traced.code, traced.year, stage, key)}>{formatCv(cv, limit)}</TraceLink> : formatCv(cv, limit)}，限值 {limit.toFixed(2)}</>}>
        <ul className="space-y-2 text-sm">
          {rows.map((row) => (
            <li key={row.name} className="grid grid-cols-[minmax(0,11rem)_1fr_3.5rem] items-center gap-3">
              <span className="truncate">{row.id ? <Link className="link" prefetch={false} href={`/s/${row.id}/overview?year=${year}`}>{row.name}</Link> : row.name}<span className="block text-xs text-muted">{row.note}</span></span>
              <span aria-hidden className={`block h-3 rounded-sm ${row.id ? "bg-fail/45" : "bg-line"}`} style={{ width: `${(row.share / largest) * 100}%` }} />
              <span className="num">{formatShare(row.share)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

/** For each coefficient beyond its limit: the schools in which the differences are concentrated. */
export function Drivers({ drivers, schoolIds, year, traced }: Pick<View, "drivers" | "schoolIds" | "year"> & { /** Where the coefficients can be traced: stored ones alone. */ traced?: { code: string; year: number } }) {
  if (drivers.length === 0) return null;
  return <div className={clsx("grid gap-4", drivers.length > 1 && "xl:grid-cols-2")}>{drivers.map((driver) => <Driver key={driver.cv.stage + driver.cv.key} driver={driver} schoolIds={schoolIds} year={year} traced={traced} />)}</div>;
}
