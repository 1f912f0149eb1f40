import Link from "next/link";
import { TraceLink } from "@/components/trace/trace-link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { BehindView } from "@/lib/targets/load-targets";
import { BEHIND_FILTERS, PROGRESS_NAME, PROGRESS_TONE, type BehindFilter, type Progress } from "@/lib/targets/rules";
import { sectionsTrace } from "@/lib/trace/keys";

const FILTER_NAME: Record<BehindFilter, string> = { behind: "进度滞后", remaining: "剩余县", open: "尚不能判断", all: "全部" };
const PAGE = 100;

/** The counties that are behind their plan and why; the remaining ones are those without a passing verdict. */
export function BehindPanel({ view, filter, page }: { view: BehindView; filter: BehindFilter; page: number }) {
  const { place, rows, superviseFrom } = view;
  const count = (progress: Progress) => rows.filter((row) => row.progress === progress).length;
  const shown = rows.filter((row) => filter === "all" || (filter === "remaining" ? row.progress !== "met" : row.progress === filter));
  const pages = Math.max(1, Math.ceil(shown.length / PAGE));
  const at = Math.min(page, pages);
  const link = (to: BehindFilter, number = 1) => `/d/${place.code}/plan/behind?show=${to}${number > 1 ? `&page=${number}` : ""}`;
  return (
    <>
      <Finding tone={count("behind") > 0 ? "warn" : "pending"} sentence={`${place.name} ${rows.length.toLocaleString("zh-CN")} 个县中，${count("met").toLocaleString("zh-CN")} 个达到标准（按审定数据），${count("behind").toLocaleString("zh-CN")} 个进度滞后，${count("onTrack").toLocaleString("zh-CN")} 个按计划推进，${count("open").toLocaleString("zh-CN")} 个尚不能判断。`}>
        {superviseFrom === null ? null : <p>省级规定 {superviseFrom} 年起对剩余县重点督促：剩余 {rows.length - count("met")} 个县。</p>}
        <p>以各县最近一个完整学年初的审定数据为准；目标年、申报年、年度目标、节点和近年进度任一落后即列入滞后，并写明表现。</p>
      </Finding>
      <nav aria-label="筛选" className="no-print flex flex-wrap gap-2 text-sm">
        {BEHIND_FILTERS.map((one) => <Link key={one} href={link(one)} prefetch={false} aria-current={one === filter ? "page" : undefined} className="rounded-md border border-line bg-surface px-3 py-1.5 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand">{FILTER_NAME[one]}</Link>)}
      </nav>
      {shown.length === 0 ? <Empty title={`没有“${FILTER_NAME[filter]}”的县`}>换一个筛选条件试试。</Empty> : (
        <Card title={`${FILTER_NAME[filter]} ${shown.length.toLocaleString("zh-CN")} 个县`}>
          <DataTable caption={FILTER_NAME[filter]} rows={shown.slice((at - 1) * PAGE, at * PAGE)} rowKey={(row) => row.code} columns={[
            { key: "name", header: "县（市、区）", cell: (row) => <Link className="link" href={`/d/${row.code}/plan`} prefetch={false}>{row.name}</Link> },
            ...(place.level === "city" ? [] : [{ key: "city", header: "市", cell: (row: (typeof rows)[number]) => row.city }]),
            { key: "goal", header: "目标年", cell: (row) => (row.targetYear === null ? "—" : `${row.targetYear}${row.draft ? "（征求意见稿）" : ""}`) },
            { key: "plan", header: "申报年", cell: (row) => row.planYear ?? "未列入" },
            { key: "latest", header: "学校（部）达标", numeric: true, cell: (row) => (row.latest ? <><TraceLink href={sectionsTrace(row.code, row.latest.year)}>{row.latest.text}</TraceLink>（{row.latest.year}）</> : "—") },
            { key: "progress", header: "状态", cell: (row) => <StatusTag tone={PROGRESS_TONE[row.progress]}>{PROGRESS_NAME[row.progress]}</StatusTag> },
            { key: "reasons", header: "表现", className: "sm:w-2/5", cell: (row) => (row.reasons.length === 0 ? "—" : <ul className="space-y-0.5">{row.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>) },
          ]} />
          {pages > 1 ? (
            <nav aria-label="翻页" className="no-print mt-3 flex items-center gap-3 text-sm">
              {at > 1 ? <Link className="link" href={link(filter, at - 1)} prefetch={false}>上一页</Link> : null}<span>第 {at}／{pages} 页</span>{at < pages ? <Link className="link" href={link(filter, at + 1)} prefetch={false}>下一页</Link> : null}
            </nav>
          ) : null}
        </Card>
      )}
    </>
  );
}
