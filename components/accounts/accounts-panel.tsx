import type { ReactNode } from "react";
import { Finding } from "@/components/ui/finding";
import { Card } from "@/components/ui/card";
import type { AccountsView } from "@/lib/accounts/load-accounts";
import { AccountFilterRow } from "./account-filters";
import { AccountTable } from "./account-table";
import { BulkForm } from "./bulk-form";
import { CreateForm } from "./create-form";
import { SlipDesk } from "./slip-desk";

function sentence({ place, list: { counts }, options: { schools } }: AccountsView): string {
  const who = place.level === "nation" ? "全国" : place.name;
  if (counts.total === 0) return `${who}还没有建立下级账号。`;
  const without = schools.filter(({ filler, principal }) => !filler && !principal).length;
  const parts = [counts.waiting > 0 ? `${counts.waiting} 个还没有登录过` : "都已登录过", counts.disabled > 0 ? `${counts.disabled} 个已停用` : "没有停用的"];
  return `${who}管理 ${counts.total} 个账号：${parts.join("，")}${schools.length === 0 ? "" : without > 0 ? `；${schools.length} 所学校中有 ${without} 所还没有账号` : "；所有学校都有账号"}。`;
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="card no-print px-5 py-3">
      <summary className="cursor-pointer font-semibold text-brand">{title}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}

/** Who may sign in below this place: open, reset; the rest on the page of each account. */
export function AccountsPanel({ view }: { view: AccountsView }) {
  const { list, filters, options } = view;
  const { schools, choices } = options;
  return (
    <SlipDesk>
      <Finding tone={list.counts.waiting > 0 ? "pending" : "neutral"} sentence={sentence(view)}>账号由上级逐级建立；初始密码只显示一次，首次登录须修改。</Finding>
      {schools.length > 0 ? <Fold title="批量建立学校账号"><BulkForm schools={schools} /></Fold> : null}
      <Fold title="建立一个账号"><CreateForm options={options} /></Fold>
      <Card title="账号"><AccountFilterRow filters={filters} choices={choices} /><AccountTable list={list} filters={filters} /></Card>
    </SlipDesk>
  );
}
