import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";

type Where = { entity: string; entityId: string };

/** Evidence of a joint meeting or of a 研讨观摩: `CODE/ID`, changed by whoever writes the record itself. */
export async function planGround(tx: Tx, actor: Actor, { entity, entityId }: Where): Promise<{ divisionCode: string; schoolId: null }> {
  const [divisionCode, id] = entityId.split("/");
  if (!divisionCode || !id || !can(actor, "plan.manage") || actor.office.divisionCode !== divisionCode) throw notFoundError();
  const where = { id, divisionCode, retiredAt: null };
  const found = entity === "meeting" ? await tx.meeting.count({ where }) : await tx.observationEvent.count({ where });
  if (found === 0) throw notFoundError();
  return { divisionCode, schoolId: null };
}
