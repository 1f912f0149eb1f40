"use client";

import Link from "next/link";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { sending } from "@/components/ui/sending";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import { NOTICE_KIND_NAME, type NoticeKind } from "@/lib/notices/kinds";
import { markRead } from "@/lib/notices/mark-read";

type Line = { id: string; kind: NoticeKind; title: string; href: string; at: string; read: boolean };
const TONE: Record<NoticeKind, Tone> = { assigned: "pending", returned: "warn", reminded: "warn", due7: "pending", due1: "warn", overdue: "fail" };

/** The newest notices of the place; following one marks it as read. */
export function NoticeList({ notices }: { notices: Line[] }) {
  const [, mark, busy] = useActionState(markRead, null);
  const unread = notices.filter((notice) => !notice.read).map((notice) => notice.id);
  if (notices.length === 0) return <p className="text-sm text-muted">还没有通知。任务交办、退回、临近到期和逾期时，会在这里提醒。</p>;
  return (
    <div className="space-y-2">
      {unread.length > 0 ? <form onSubmit={sending(() => mark({ ids: unread }))}><Button type="submit" disabled={busy}>全部标为已读（{unread.length}）</Button></form> : null}
      <ul className="divide-y divide-line text-sm">
        {notices.map((notice) => (
          <li key={notice.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
            <StatusTag tone={TONE[notice.kind]}>{NOTICE_KIND_NAME[notice.kind]}</StatusTag>
            <Link className={notice.read ? "link min-w-0 flex-1 font-normal" : "link min-w-0 flex-1 font-semibold"} href={notice.href} prefetch={false} onClick={() => { if (!notice.read) void markRead(null, { ids: [notice.id] }); }}>{notice.title}</Link>
            <span className="text-muted tabular-nums">{notice.at}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
