import clsx from "clsx";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { formatCv } from "@/lib/evaluation/format";
import { TraceAnchor } from "@/components/trace/trace-link";
import { isNear } from "@/lib/results/cvs";
import { arrangeHeat, HEAT_PAGE, HEAT_SHOW_NAME, HEAT_SHOWS, heatHref, type HeatCell, type HeatFilters, type HeatRow } from "@/lib/results/heat";
import { CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { cvTrace } from "@/lib/trace/keys";

type Props = { code: string; year: number; rows: HeatRow[]; filters: HeatFilters; cities: { code: string; name: string }[] };

const HEAD: Record<IndicatorKey, string> = { degreeTeachers: "学历", backboneTeachers: "骨干", artsPeTeachers: "体艺", teachingArea: "教辅", sportsArea: "体育", equipmentValue: "仪器", multimediaRooms: "多媒体" };
const chip = "rounded-md border border-line bg-surface px-2.5 py-1 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand";

/** ▲ beyond the limit, △ within it but close: the sign says it without colour. */
function Cell({ cell, href }: { cell: HeatCell | undefined; href: string }) {
  if (!cell || cell.cv === null) return <td className="num px-1.5 py-1 text-muted">—</td>;
  const near = cell.pass && isNear(cell.cv, cell.limit);
  return <td className={clsx("num px-1.5 py-1", !cell.pass && "bg-fail-soft font-semibold text-fail", near && "bg-warn-soft text-warn")}><TraceAnchor href={href}>{formatCv(cell.cv, cell.pass ? undefined : cell.limit)}</TraceAnchor>{cell.pass ? (near ? "△" : "") : "▲"}</td>;
}

function Heading({ stage, indicator, code, year, filters }: { stage: Stage; indicator: IndicatorKey } & Pick<Props, "code" | "year" | "filters">) {
  const { sort } = filters;
  const here = sort?.stage === stage && sort.key === indicator ? sort : null;
  return (
    <th scope="col" aria-sort={here ? (here.descending ? "descending" : "ascending") : undefined} className="px-1.5 py-1 text-right font-medium whitespace-nowrap">
      <Link href={heatHref(code, year, filters, { sort: { stage, key: indicator, descending: !here?.descending } })} prefetch={false} scroll={false} className="hover:text-brand hover:underline" title={`按${STAGE_NAME[stage]}${INDICATORS[indicator].shortName}排序`}>
        {HEAD[indicator]}{here ? (here.descending ? "↓" : "↑") : ""}
      </Link>
    </th>
  );
}

function Filters({ code, year, filters, cities }: Omit<Props, "rows">) {
  return (
    <nav aria-label="筛选" className="no-print mb-3 flex flex-wrap items-center gap-2 text-sm">
      {HEAT_SHOWS.map((show) => <Link key={show} scroll={false} prefetch={false} className={chip} aria-current={filters.show === show ? "true" : undefined} href={heatHref(code, year, filters, { show })}>{HEAT_SHOW_NAME[show]}</Link>)}
      {cities.length > 1 ? (
        <details className="relative" open={filters.city !== null || undefined}>
          <summary className={clsx(chip, "cursor-pointer list-none")}>{cities.find((city) => city.code === filters.city)?.name ?? "全部市"} ▾</summary>
          <ul className="mt-2 flex flex-wrap gap-1.5">
            {[{ code: null, name: "全部市" }, ...cities].map((city) => <li key={city.name}><Link scroll={false} prefetch={false} className={chip} aria-current={filters.city === city.code ? "true" : undefined} href={heatHref(code, year, filters, { city: city.code })}>{city.name}</Link></li>)}
          </ul>
        </details>
      ) : null}
      {filters.sort ? <Link scroll={false} prefetch={false} className={chip} href={heatHref(code, year, filters, { sort: null })}>恢复按代码排列</Link> : null}
    </nav>
  );
}

/** Counties × 7 × 2 coefficients, to be ordered and filtered by the address. On a phone it is moved sideways; the name stays. */
export function HeatTable({ code, year, rows, filters, cities }: Props) {
  const kept = arrangeHeat(rows, filters);
  const pages = Math.max(1, Math.ceil(kept.length / HEAT_PAGE));
  const page = Math.min(filters.page, pages);
  const over = rows.filter((row) => row.over > 0).length;
  return (
    <div id="heat" className="scroll-mt-20">
      <Card title={over > 0 ? `${over} 个县有差异系数超过限值` : "没有县的差异系数超过限值"} lead={`▲ 超过限值（小学 ${CV_LIMIT.primary.toFixed(2)}，初中 ${CV_LIMIT.junior.toFixed(2)}），△ 超过限值的 95%，“—” 没有数据。点列名排序，点系数看来历；不作排名。`}>
        <Filters code={code} year={year} filters={filters} cities={cities} />
        <p role="status" className="mb-2 text-sm text-muted">{kept.length === rows.length ? `共 ${rows.length} 个县` : `符合条件 ${kept.length} 个县，共 ${rows.length} 个`}</p>
        {kept.length === 0 ? <p className="py-6 text-center text-muted">没有符合条件的县，请换一个条件。</p> : (
          <div className="relative -mx-2 overflow-x-auto px-2" tabIndex={0} role="region" aria-label="各县差异系数">
            <table className="w-full border-collapse text-sm">
              <caption className="sr-only">各县差异系数</caption>
              <thead className="text-muted">
                <tr><td className="sticky left-0 z-10 bg-surface" />{STAGES.map((stage) => <th key={stage} scope="colgroup" colSpan={7} className="border-l border-line px-1.5 py-1 text-center font-medium">{STAGE_NAME[stage]}</th>)}</tr>
                <tr className="border-b border-line">
                  <th scope="col" className="sticky left-0 z-10 bg-surface px-1.5 py-1 text-left font-medium">县（市、区）</th>
                  {STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => <Heading key={stage + key} stage={stage} indicator={key} code={code} year={year} filters={filters} />))}
                </tr>
              </thead>
              <tbody>
                {kept.slice((page - 1) * HEAT_PAGE, page * HEAT_PAGE).map((row) => (
                  <tr key={row.code} className="border-b border-line/70 last:border-0">
                    <th scope="row" className="sticky left-0 z-10 max-w-28 bg-surface px-1.5 py-1 text-left font-normal"><Link className="link" prefetch={false} href={`/d/${row.code}/overview?year=${year}`}>{row.name}</Link></th>
                    {STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => <Cell key={stage + key} cell={row.cells[`${stage}.${key}`]} href={cvTrace(row.code, year, stage, key)} />))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {pages > 1 ? (
          <nav aria-label="翻页" className="no-print mt-3 flex items-center gap-3 text-sm">
            {page > 1 ? <Link className="link" prefetch={false} scroll={false} href={heatHref(code, year, filters, { page: page - 1 })}>上一页</Link> : null}<span>第 {page}／{pages} 页</span>{page < pages ? <Link className="link" prefetch={false} scroll={false} href={heatHref(code, year, filters, { page: page + 1 })}>下一页</Link> : null}
          </nav>
        ) : null}
      </Card>
    </div>
  );
}
