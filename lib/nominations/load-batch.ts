import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope } from "@/lib/db/with-scope";
import { getPlace, type Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { findNominationBatch, type NominationBatchRow } from "./find-nomination";

/** The form of a call: one that is there, or none yet. */
export async function loadNominationBatch(actor: Actor, code: string, id: string | null): Promise<{ place: Place; batch: NominationBatchRow | null }> {
  if (code !== "cn" || actor.office.divisionCode !== "cn") throw notFoundError();
  return withScope(scopeOf(actor), async (tx) => ({ place: await getPlace(tx, actor, code), batch: id === null ? null : await findNominationBatch(tx, id) }));
}
