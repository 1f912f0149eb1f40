import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";

/** Whom a notice is for: a unit, a school, one person without a place (an expert), or the offices of the division itself. */
export type Audience = { divisionCode: string; unitId?: string | null; schoolId?: string | null; userId?: string | null };
export type NoticeInput = { kind: "assigned" | "returned" | "reminded"; title: string; href: string; entity: string; entityId: string };

/** Tells a place what happened, in the transaction of the act. */
export async function addNotice(tx: Tx, actor: Actor, { divisionCode, unitId = null, schoolId = null, userId = null }: Audience, notice: NoticeInput): Promise<void> {
  const id = randomUUID();
  await tx.notice.createMany({ data: { id, divisionCode, unitId, schoolId, userId, ...notice, key: id, createdBy: actor.userId } });
}
