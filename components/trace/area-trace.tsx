import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable, type Column } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { yearName } from "@/lib/results/years";
import { dateTimeText } from "@/lib/time";
import { AREA_GROUPS, cvTrace, sectionsTrace, verdictTrace, type AreaFigure, type AreaGroup } from "@/lib/trace/keys";
import type { AreaCounty, AreaTraceView } from "@/lib/trace/load-area-trace";
import { BackLink } from "./back-link";
import { Lines, SameTag } from "./provenance";
import { TraceAnchor } from "./trace-link";

const n = (value: number) => value.toLocaleString("zh-CN");

function Check({ county: { same } }: { county: AreaCounty }) {
  return same === null ? <span className="text-muted">没有结果</span> : same ? <StatusTag tone="pass">一致</StatusTag> : <StatusTag tone="fail">不一致</StatusTag>;
}

/** Where a county's own figure comes from. */
function hrefOf({ code, computedAt, group }: AreaCounty, year: number, figure: AreaFigure): string | null {
  if (figure.kind === "counties" && figure.count === "recognised") return group === "in" ? `/d/${code}/certification` : null;
  if (computedAt === null) return null;
  if (figure.kind === "sections") return sectionsTrace(code, year);
  return figure.kind === "cv" ? cvTrace(code, year, figure.stage, figure.key) : verdictTrace(code, year);
}

/** How a figure above the county came about: which counties are in it, which are not and why; each opens its own derivation. */
export function AreaTrace({ view }: { view: AreaTraceView }) {
  const { place, year, figure, text, trace, group, page, pages, list, counter, same } = view;
  const { counts, names } = trace;
  const href = (to: { group: AreaGroup; page?: number }) => `/d/${place.code}/trace?year=${year}&figure=${text}&group=${to.group}${to.page ? `&page=${to.page}` : ""}`;
  const recognised = figure.kind === "counties" && figure.count === "recognised";
  const total = counts.in + counts.out + counts.open;
  const columns: Column<AreaCounty>[] = [
    { key: "name", header: "县（市、区）", className: "whitespace-nowrap", cell: (row) => { const to = hrefOf(row, year, figure); return to ? <TraceAnchor href={to}>{row.name}</TraceAnchor> : row.name; } },
    ...(place.level === "city" ? [] : [{ key: "city", header: "市", cell: (row: AreaCounty) => row.city }]),
    { key: "figure", header: figure.kind === "cv" ? "差异系数" : figure.kind === "sections" ? "达标／学校（部）" : "情况", cell: (row) => row.figure },
    ...(list.some((row) => row.why) ? [{ key: "why", header: group === "open" ? "没有计入的原因" : "说明", cell: (row: AreaCounty) => row.why || "—" }] : []),
    ...(recognised ? [] : [{ key: "at", header: "计算时间", className: "whitespace-nowrap", cell: (row: AreaCounty) => (row.computedAt ? dateTimeText(row.computedAt) : "—") }, { key: "same", header: "重新计算", cell: (row: AreaCounty) => <Check county={row} /> }]),
  ];
  return (
    <>
      <Finding tone="neutral" sentence={`${place.name}${yearName(year)}${trace.title} ${trace.sum ?? `${n(counts.in)} 个`}：${n(total)} 个县级单位中，${AREA_GROUPS.filter((one) => names[one] !== "").map((one) => `${names[one]} ${n(counts[one])} 个`).join("，")}。`}>
        <BackLink href={`/d/${place.code}/${figure.kind === "cv" ? "indicators" : "overview"}?year=${year}`}>返回</BackLink>
      </Finding>
      <Card title="计数的规则" lead={trace.rule} aside={recognised ? undefined : <SameTag same={same} />}>
        <Lines lines={[
          ...(recognised ? [] : [{ label: "核对", text: list.length === 0 ? "本组没有县级单位。" : list.every((row) => row.same !== false) ? "打开本页时，下列各县都按审定数据重新计算，与存储的结果逐位相同。" : "下列县中有重新计算的结果与存储的不同，请联系平台管理人员重新计算。" }]),
          ...(counter === null ? [] : [{ label: "总览的计数", text: counter === counts.in ? `${n(counter)} 个，与逐县相加相同。` : `${n(counter)} 个，与逐县相加的 ${n(counts.in)} 个不同：总览的计数含已撤并的县级单位当年的结果，或计数有误，请联系平台管理人员核对。` }]),
          { label: "数据", text: recognised ? "由国家认定环节在本平台办理；点县名看该县的申报历程。" : "由各县级教育行政部门审定；点县名看该县的来历，再点看各学校。" },
        ]} />
      </Card>
      <Card title={`${names[group] || "县级单位"}：${n(counts[group])} 个`} lead="按行政区划代码排列，不排名。">
        <nav aria-label="分组" className="no-print mb-3 flex flex-wrap gap-2 text-sm">
          {AREA_GROUPS.filter((one) => names[one] !== "").map((one) => <Link key={one} href={href({ group: one })} prefetch={false} replace scroll={false} aria-current={one === group ? "page" : undefined} className="rounded border border-line px-2.5 py-1 aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">{names[one]} {n(counts[one])}</Link>)}
        </nav>
        {list.length === 0 ? <p className="text-sm text-muted">没有这样的县级单位。</p> : <DataTable caption={names[group]} rows={list} rowKey={(row) => row.code} columns={columns} />}
        {pages > 1 ? (
          <nav aria-label="翻页" className="no-print mt-3 flex items-center gap-3 text-sm">
            {page > 1 ? <Link className="link" prefetch={false} replace scroll={false} href={href({ group, page: page - 1 })}>上一页</Link> : null}<span>第 {page}／{pages} 页</span>{page < pages ? <Link className="link" prefetch={false} replace scroll={false} href={href({ group, page: page + 1 })}>下一页</Link> : null}
          </nav>
        ) : null}
      </Card>
    </>
  );
}
