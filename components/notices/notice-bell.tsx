"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useEffect, useState } from "react";

/** The way to one's own list, with how many notices are unread; asked for after the page stands. */
export function NoticeBell() {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    const asked = new AbortController();
    void fetch("/api/notices", { signal: asked.signal })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((body: unknown) => {
        if (typeof body === "object" && body !== null && "unread" in body && typeof body.unread === "number") setUnread(body.unread);
      })
      // Without an answer the bell shows no number; the list itself says what is wrong.
      .catch(() => setUnread(0));
    return () => asked.abort();
  }, []);
  return (
    <Link href="/work" prefetch={false} aria-label={unread > 0 ? `我的待办，${unread} 条未读通知` : "我的待办"} className="relative flex min-h-8 items-center gap-1.5 rounded-md border border-line px-2.5 py-1 text-sm text-muted no-underline hover:bg-brand-soft">
      <Bell aria-hidden size={16} /><span className="max-sm:sr-only">待办</span>
      {unread > 0 ? <span aria-hidden className="rounded-full bg-fail px-1.5 text-xs text-white tabular-nums">{unread > 99 ? "99+" : unread}</span> : null}
    </Link>
  );
}
