import type { Metadata } from "next";
import { NoticeList } from "@/components/notices/notice-list";
import { PortalShell } from "@/components/shell/portal-shell";
import { Card } from "@/components/ui/card";
import { WorkPanel } from "@/components/work/work-panel";
import { scopeOf } from "@/lib/access/actor";
import { accountOf } from "@/lib/access/navigation";
import { requireAct } from "@/lib/access/session";
import { withScope } from "@/lib/db/with-scope";
import { listNotices } from "@/lib/notices/list-notices";
import { navOf } from "@/lib/search/nav-of";
import { dateTimeText } from "@/lib/time";
import { loadWork } from "@/lib/work/load-work";

export const metadata: Metadata = { title: "我的待办" };

export default async function WorkPage() {
  const actor = await requireAct("notice.own");
  const [groups, notices] = [await loadWork(actor), await listNotices(actor)];
  const [first, ...rest] = await withScope(scopeOf(actor), (tx) => navOf(tx, actor));
  const own = { key: "work", href: "/work", label: "我的待办" };
  const nav = [{ title: first?.title ?? actor.office.divisionName, items: [own, ...(first?.items ?? [])] }, ...rest];
  return (
    <PortalShell account={accountOf(actor)} crumbs={[{ href: null, label: "我的待办" }]} nav={nav} current="work">
      <WorkPanel groups={groups} />
      <Card title="通知"><NoticeList notices={notices.map(({ createdAt, ...notice }) => ({ ...notice, at: dateTimeText(createdAt) }))} /></Card>
    </PortalShell>
  );
}
