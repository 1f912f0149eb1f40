import type { Metadata } from "next";
import { NoticeList } from "@/components/notices/notice-list";
import { PortalShell } from "@/components/shell/portal-shell";
import { Card } from "@/components/ui/card";
import { WorkPanel } from "@/components/work/work-panel";
import { placeOf } from "@/lib/access/actor";
import { accountOf } from "@/lib/access/navigation";
import { requireAct } from "@/lib/access/session";
import { listNotices } from "@/lib/notices/list-notices";
import { dateTimeText } from "@/lib/time";
import { loadWork } from "@/lib/work/load-work";

export const metadata: Metadata = { title: "我的待办" };

export default async function WorkPage() {
  const actor = await requireAct("notice.own");
  const [groups, notices] = [await loadWork(actor), await listNotices(actor)];
  const nav = [{ title: actor.office.schoolName ?? actor.office.unitName ?? actor.office.divisionName, items: [{ key: "work", href: "/work", label: "我的待办" }, { key: "place", href: placeOf(actor), label: actor.office.office === "unit" ? "创建任务" : actor.office.office === "inspector" ? "我的学校" : actor.office.office === "expert" ? "我的核查" : "总览" }] }];
  return (
    <PortalShell account={accountOf(actor)} crumbs={[{ href: null, label: "我的待办" }]} nav={nav} current="work">
      <WorkPanel groups={groups} />
      <Card title="通知"><NoticeList notices={notices.map(({ createdAt, ...notice }) => ({ ...notice, at: dateTimeText(createdAt) }))} /></Card>
    </PortalShell>
  );
}
