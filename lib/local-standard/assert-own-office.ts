import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { AppError, notFoundError } from "@/lib/errors";

/** Whether the reader decides the standard of this division: the education office of the province or city itself. */
export const ownsStandard = (actor: Actor, code: string): boolean => can(actor, "standard.manage") && actor.office.divisionCode === code;

/** Refuses everybody else: a division that is not one's own is not there. */
export function assertOwnOffice(actor: Actor, code: string): void {
  if (!can(actor, "standard.manage")) throw new AppError("forbidden");
  if (!ownsStandard(actor, code)) throw notFoundError();
}
