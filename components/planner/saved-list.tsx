import Link from "next/link";
import { DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import type { PlannerView } from "@/lib/planner/load-planner";
import { figure, MODE_NAME, moneyText } from "@/lib/planner/rules";
import { dateTimeText } from "@/lib/time";

/** The plans so far, newest first. */
export function SavedList({ code, saved }: { code: string; saved: PlannerView["saved"] }) {
  const at = (page: number) => `/d/${code}/plan/solver?page=${page}`;
  return (
    <>
      <DataTable caption="已保存的方案" rows={saved.rows} rowKey={(row) => row.id} columns={[
        { key: "name", header: "方案", cell: (row) => <Link href={`/d/${code}/plan/solver/${row.id}`} prefetch={false} className="text-brand hover:underline">{row.year}学年初 {MODE_NAME[row.mode]}{row.assumptions > 0 ? `（含 ${row.assumptions} 项假设）` : ""}</Link> },
        { key: "basis", header: "数据", cell: (row) => (row.basis === "live" ? "实时数据（未审定）" : "审定数据") },
        { key: "quota", header: "交流比例上限", numeric: true, cell: (row) => (row.mode === "additions" ? "—" : row.quota === null ? "不限" : `${figure(row.quota * 100)}%`) },
        { key: "size", header: "增补／调动", numeric: true, cell: (row) => `${row.additions} 项／${row.moves} 项` },
        { key: "cost", header: "成本或人数", numeric: true, cell: (row) => (row.unit === "people" ? `${figure(row.cost)} 人` : moneyText(row.cost, row.money)) },
        { key: "proof", header: "证明", cell: (row) => (row.gap === 0 ? <StatusTag tone="pass">已证明最少</StatusTag> : <StatusTag tone="warn">与下限差 {figure(row.gap)}</StatusTag>) },
        { key: "applied", header: "写入目标和台账", cell: (row) => (row.appliedAt ? dateTimeText(row.appliedAt) : "未写入") },
        { key: "when", header: "测算", cell: (row) => `${dateTimeText(row.createdAt)}${row.by ? ` ${row.by}` : ""}` },
      ]} />
      {saved.pages > 1 ? (
        <nav aria-label="方案分页" className="no-print mt-3 flex items-center gap-3 text-sm">
          {saved.page > 1 ? <Link href={at(saved.page - 1)} className="text-brand hover:underline">上一页</Link> : null}
          <span>第 {saved.page} 页，共 {saved.pages} 页</span>
          {saved.page < saved.pages ? <Link href={at(saved.page + 1)} className="text-brand hover:underline">下一页</Link> : null}
        </nav>
      ) : null}
    </>
  );
}
