import clsx from "clsx";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { formatShortfall, formatValue, printedLimit } from "@/lib/evaluation/format";
import type { FilingProgress } from "@/lib/filings/count-progress";
import type { StoredSection } from "@/lib/results/list-sections";
import type { WorstSections } from "@/lib/results/list-worst-sections";
import type { StandardInForce } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, INDICATORS, STAGE_NAME, type IndicatorKey } from "@/lib/standard/indicators";
import { TraceAnchor } from "@/components/trace/trace-link";
import { valueTrace } from "@/lib/trace/keys";

type Props = { code: string; year: number; worst: WorstSections; sections: number; compliant: number; standard: StandardInForce; progress: FilingProgress; /** Whether each value can be traced: stored ones alone. */ traced: boolean };

/** ▼ below 85 % of the standard, ▽ between: the sign says it without colour; what is missing stands below the value. */
function Cell({ section, indicator, year, standard: { thresholds, readings }, traced }: { section: StoredSection; indicator: IndicatorKey; year: number; standard: StandardInForce; traced: boolean }) {
  const [value, lack] = [section.values[indicator], section.shortfall[indicator]];
  const name = INDICATORS[indicator].shortName;
  if (value === null) return <td data-label={name} className="num px-1.5 py-1.5 text-muted">未填</td>;
  const printed = formatValue(indicator, value, printedLimit(readings, thresholds[indicator][section.stage]));
  const text = traced ? <TraceAnchor href={valueTrace(section.schoolId, year, section.stage, indicator)}>{printed}</TraceAnchor> : printed;
  if (section.atStandard[indicator]) return <td className="num px-1.5 py-1.5 max-sm:!hidden">{text}</td>;
  const floor = section.atFloor[indicator];
  return (
    <td data-label={name} className={clsx("num px-1.5 py-1.5", floor ? "bg-warn-soft text-warn" : "bg-fail-soft font-semibold text-fail")}>
      <span>{text}{floor ? "▽" : "▼"}{lack === undefined ? null : <span className="block text-xs font-normal">{formatShortfall(indicator, lack)}</span>}</span>
    </td>
  );
}

/** Schools × 7 indicators of those that fail, the farthest first, what they lack in the cell; the rest has its own page. */
export function SectionHeat({ code, year, worst: { total, rows }, sections, compliant, standard, progress, traced }: Props) {
  const open = sections - compliant - total;
  const waiting = progress.approved < progress.expected;
  const title = total > 0 ? `${total} 所学校（部）未达标，先看差得最多的` : waiting ? `已审定的 ${sections} 所学校（部）均达标，应报 ${progress.expected} 所学校` : open > 0 ? `${open} 所学校（部）数据不全，其余均达标` : "各校均达标";
  return (
    <Card title={title} lead="▼ 低于标准的 85%，▽ 未达标准但不低于 85%；一贯制学校、完全中学按学段分列，至少6项指标达到要求，余项不能低于要求的85%。" aside={<Link className="link text-sm" prefetch={false} href={`/d/${code}/schools?year=${year}`}>全部学校</Link>}>
      {total === 0 ? <p className="text-sm text-muted">{waiting ? "其余学校审定后计入。" : open > 0 ? "数据不全的学校填全后计入。" : "没有需要补齐的学校。"}</p> : (
        <div className="relative -mx-2 overflow-x-auto px-2" tabIndex={0} role="region" aria-label="未达标学校">
          <table className="data-table w-full border-collapse text-sm">
            <caption className="sr-only">未达标学校</caption>
            <thead><tr className="border-b border-line text-muted">
              <th scope="col" className="px-1.5 py-1.5 text-left font-medium sm:sticky sm:left-0 sm:z-10 sm:bg-surface">学校</th><th scope="col" className="px-1.5 py-1.5 text-left font-medium">学段</th>
              {INDICATOR_KEYS.map((key) => <th key={key} scope="col" className="px-1.5 py-1.5 text-right align-bottom font-medium">{INDICATORS[key].shortName}<span className="block text-xs whitespace-nowrap">（{INDICATORS[key].unit}）</span></th>)}
              <th scope="col" className="px-1.5 py-1.5 text-right font-medium whitespace-nowrap">达标项</th>
            </tr></thead>
            <tbody>
              {rows.map((section) => (
                <tr key={section.schoolId + section.stage} className="border-b border-line/70 align-top last:border-0">
                  <th scope="row" className="px-1.5 py-1.5 text-left font-normal sm:sticky sm:left-0 sm:z-10 sm:max-w-40 sm:bg-surface"><Link className="link" prefetch={false} href={`/s/${section.schoolId}/overview?year=${year}`}>{section.school}</Link></th>
                  <td data-label="学段" className="px-1.5 py-1.5 whitespace-nowrap">{STAGE_NAME[section.stage]}</td>
                  {INDICATOR_KEYS.map((key) => <Cell key={key} section={section} indicator={key} year={year} standard={standard} traced={traced} />)}
                  <td data-label="达标项" className="num px-1.5 py-1.5">{section.standardCount}／7</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > rows.length ? <p className="mt-2 text-sm"><Link className="link" prefetch={false} href={`/d/${code}/schools?year=${year}&verdict=unmet&sort=count`}>其余 {total - rows.length} 所</Link></p> : null}
    </Card>
  );
}
