import type { AuditEntry } from "@/lib/audit/append-event";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import type { Actor, Office } from "./actor";

/** Makes an office of the person the active one of a session of the person's own; what the log says of it. */
export async function chooseOffice(tx: Tx, actor: Actor, sessionHash: string, office: Office): Promise<AuditEntry> {
  const { count } = await tx.session.updateMany({ where: { idHash: sessionHash, userId: actor.userId, revokedAt: null }, data: { membershipId: office.id } });
  if (count === 0) throw new AppError("unauthenticated");
  return {
    act: "account.switch", entity: "user", entityId: actor.userId, divisionCode: office.divisionCode, schoolId: office.schoolId,
    detail: { from: { office: actor.office.office, division: actor.office.divisionCode }, to: { office: office.office, division: office.divisionCode } },
  };
}
