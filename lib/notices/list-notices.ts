import { z } from "zod";
import { scopeOf, type Actor } from "@/lib/access/actor";
import { NOTICE_KINDS, type NoticeKind } from "./kinds";
import { withScope, type Tx } from "@/lib/db/with-scope";

export type NoticeView = { id: string; kind: NoticeKind; title: string; href: string; createdAt: Date; read: boolean };

const PAGE = 50;
const kind = z.enum(NOTICE_KINDS);

/** The newest notices of the active place, and whether this person has read each. */
export async function listNotices(actor: Actor): Promise<NoticeView[]> {
  return withScope(scopeOf(actor), async (tx) => {
    const rows = await tx.notice.findMany({ orderBy: { createdAt: "desc" }, take: PAGE, select: { id: true, kind: true, title: true, href: true, createdAt: true, reads: { select: { userId: true } } } });
    return rows.map(({ reads, ...row }) => ({ ...row, kind: kind.parse(row.kind), read: reads.length > 0 }));
  });
}

/** How many of the newest notices this person has not read. */
export async function countUnread(tx: Tx): Promise<number> {
  return tx.notice.count({ where: { reads: { none: {} } }, take: 100 });
}
