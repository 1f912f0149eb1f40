import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { AccountList, AccountRow } from "@/lib/accounts/list-accounts";
import { ACCOUNT_STATE_NAME, accountsHref, type AccountFilters } from "@/lib/accounts/list-filters";
import { dateTimeText } from "@/lib/time";
import { ResetButton } from "./reset-button";

const TONE: Record<AccountRow["state"], Tone> = { active: "pass", waiting: "pending", renewed: "pending", disabled: "neutral", locked: "warn" };

function Offices({ offices }: { offices: AccountRow["offices"] }) {
  const places = [...new Set(offices.map(({ place }) => place))];
  return places.map((place) => <span key={place} className="block">{place} · {offices.filter((held) => held.place === place).map(({ office }) => OFFICE_NAME[office]).join("、")}</span>);
}

function RowActs({ row }: { row: AccountRow }) {
  return (
    <span className="flex flex-wrap items-baseline justify-end gap-x-3 gap-y-1 whitespace-nowrap sm:justify-start">
      {row.demo || row.state === "disabled" ? null : <ResetButton id={row.id} username={row.username} version={row.version} asLink />}
      <Link prefetch={false} className="link text-sm" href={`/accounts/${row.id}`} aria-label={`办理：${row.username}`}>办理</Link>
    </span>
  );
}

/** One page of accounts and the way to the others. */
export function AccountTable({ list, filters }: { list: AccountList; filters: AccountFilters }) {
  const { rows, counts, page, pages } = list;
  if (rows.length === 0) return <Empty title={counts.total === 0 ? "还没有下级账号" : "没有符合条件的账号"}>{counts.total === 0 ? "在上方建立第一个账号。" : "请放宽条件，或点“重置”查看全部。"}</Empty>;
  return (
    <>
      <DataTable caption="账号" rows={rows} rowKey={(row) => row.id} columns={[
        { key: "username", header: "用户名", cell: (row) => <Link prefetch={false} className="link break-all" href={`/accounts/${row.id}`}>{row.username}</Link> },
        { key: "name", header: "姓名或岗位", cell: (row) => row.displayName },
        { key: "office", header: "岗位与单位", cell: (row) => <span><Offices offices={row.offices} /></span> },
        { key: "state", header: "状态", cell: (row) => <StatusTag tone={TONE[row.state]}>{ACCOUNT_STATE_NAME[row.state]}</StatusTag> },
        { key: "last", header: "上次登录", cell: (row) => <span className="tabular-nums">{row.lastSignInAt ? dateTimeText(row.lastSignInAt) : "—"}</span> },
        { key: "acts", header: "操作", className: "no-print", cell: (row) => <RowActs row={row} /> },
      ]} />
      <nav aria-label="分页" className="no-print mt-3 flex flex-wrap items-center gap-3 text-sm">
        <span className="text-muted">共 {counts.matched} 条，第 {page} / {pages} 页</span>
        {page > 1 ? <Link prefetch={false} className={buttonClass()} href={accountsHref(filters, page - 1)}>上一页</Link> : null}
        {page < pages ? <Link prefetch={false} className={buttonClass()} href={accountsHref(filters, page + 1)}>下一页</Link> : null}
      </nav>
    </>
  );
}
