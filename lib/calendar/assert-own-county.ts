import type { Actor } from "@/lib/access/actor";
import { notFoundError } from "@/lib/errors";

/** A county's calendar is its own bureau's. */
export function assertOwnCounty(actor: Actor, divisionCode: string): void {
  if (actor.office.level !== "county" || actor.office.divisionCode !== divisionCode) throw notFoundError();
}
