import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { CasesView } from "@/lib/certification/load-cases";
import { STAGE_NAME, type Stage } from "@/lib/certification/stages";
import { STAGE_TONE } from "./summarise";

const hrefOf = (code: string, stage: Stage | null, page = 1) => { const search = new URLSearchParams([...(stage ? [["stage", stage]] : []), ...(page > 1 ? [["page", String(page)]] : [])]); return `/d/${code}/certification${search.size > 0 ? `?${search}` : ""}`; };

/** The courses of the counties below by where they stand, in the order of codes. */
export function CasesPanel({ view }: { view: CasesView }) {
  const { place, counts, stage, lines, total, waiting, warnings, page, pages } = view;
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  const batches = place.code === "cn" ? <Link className="link text-sm" href="/d/cn/certification/batches" prefetch={false}>批次、步骤和期限</Link> : null;
  if (all === 0) return <><Finding tone="neutral" sentence={`${place.name}还没有申报国家认定的县级单位。`} /><Empty title="等待自荐">县级人民政府自荐报送后，在这里办理遴选、复核、评估和认定。{batches}</Empty></>;
  return (
    <>
      <Finding tone={waiting > 0 ? "warn" : "pending"} sentence={`${place.name} ${all} 个县级单位在申报或已经认定${waiting > 0 ? `，${waiting} 个等待本级办理` : ""}。`}>{counts.map((one) => `${STAGE_NAME[one.stage]} ${one.count}`).join("，")}</Finding>
      {warnings.length > 0 ? (
        <Card title={`认定后预警 ${warnings.length} 个`} lead="已认定的县级单位最新审定数据低于标准，按行政区划代码排列；是否下滑由年度监测核实。">
          <DataTable caption="认定后预警" rows={warnings} rowKey={(row) => row.caseId} columns={[
            { key: "county", header: "县级单位", cell: (row) => <Link className="link" href={`/d/${row.code}/certification`} prefetch={false}>{row.county}</Link> },
            { key: "year", header: "数据", cell: (row) => `${row.watch.figuresYear}学年初` },
            { key: "text", header: "低于标准的方面", cell: (row) => row.watch.text },
            { key: "recorded", header: "年度监测", cell: (row) => (row.recordedBy.length > 0 ? "已记录" : <StatusTag tone="warn">尚未记录</StatusTag>) },
          ]} />
        </Card>
      ) : null}
      <Card title={stage ? `${STAGE_NAME[stage]} ${total} 个` : `全部申报 ${total} 个`} lead="按行政区划代码排列。" aside={batches}>
        <nav aria-label="按环节筛选" className="no-print mb-3 flex flex-wrap gap-2 text-sm">
          <Link href={hrefOf(place.code, null)} prefetch={false} aria-current={stage === null ? "page" : undefined} className="rounded border border-line px-2.5 py-1 aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">全部 {all}</Link>
          {counts.map((one) => <Link key={one.stage} href={hrefOf(place.code, one.stage)} prefetch={false} aria-current={stage === one.stage ? "page" : undefined} className="rounded border border-line px-2.5 py-1 aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">{STAGE_NAME[one.stage]} {one.count}</Link>)}
        </nav>
        <DataTable caption="申报认定的县级单位" rows={lines} rowKey={(row) => row.id} columns={[
          { key: "county", header: "县级单位", cell: (row) => <Link className="link" href={`/d/${row.code}/certification`} prefetch={false}>{row.county}</Link> },
          { key: "batch", header: "批次", cell: (row) => row.batch },
          { key: "stage", header: "环节", cell: (row) => <span className="flex flex-wrap gap-1"><StatusTag tone={STAGE_TONE[row.stage]}>{STAGE_NAME[row.stage]}</StatusTag>{row.mine && row.stage !== "recognised" ? <StatusTag tone="warn">待本级办理</StatusTag> : null}</span> },
          { key: "due", header: "办理期限", cell: (row) => (row.dueOn === null ? "—" : row.overdue ? <span className="font-semibold text-fail">{row.dueOn} 逾期</span> : row.dueOn) },
          { key: "updated", header: "最近办理", cell: (row) => row.updatedOn },
        ]} />
        {pages > 1 ? <p className="mt-3 flex gap-4 text-sm">{page > 1 ? <Link className="link" href={hrefOf(place.code, stage, page - 1)} prefetch={false}>上一页</Link> : null}<span>第 {page}／{pages} 页</span>{page < pages ? <Link className="link" href={hrefOf(place.code, stage, page + 1)} prefetch={false}>下一页</Link> : null}</p> : null}
      </Card>
    </>
  );
}
