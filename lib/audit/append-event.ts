import type { Tx } from "@/lib/db/with-scope";
import type { Actor } from "@/lib/access/actor";

export type AuditEntry = {
  act: string;
  entity: string;
  entityId: string;
  divisionCode: string;
  schoolId?: string | null;
  /** What changed: field → { from, to }, or the facts of the act. Never a password, never a person's data. */
  detail: Record<string, unknown>;
};

/** Writes one link of the county's chain in the transaction of the act itself. */
export async function appendEvent(tx: Tx, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.$queryRaw`SELECT audit_append(${entry.divisionCode}, ${actor.userId}, ${actor.username}, ${entry.act}, ${entry.entity},
    ${entry.entityId}, ${entry.divisionCode}, ${entry.schoolId ?? null}, ${JSON.stringify(entry.detail)}::jsonb)`;
}
