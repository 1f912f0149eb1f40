import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { STATEMENT_KEYS } from "./conditions";
import { findNomination, nominationRole } from "./find-nomination";
import { NOMINATION_STATE_NAME, refuseNominationAct } from "./rules";

/** Evidence of the statements of a nomination: changed by the county while it is being written. */
export async function nominationGround(tx: Tx, actor: Actor, { entityId, item }: { entityId: string; item: string }): Promise<{ divisionCode: string; schoolId: null }> {
  const row = await findNomination(tx, entityId, true);
  const role = nominationRole(actor, row.divisionCode);
  if (role !== "county" || !STATEMENT_KEYS.some((key) => key === item)) throw notFoundError();
  if (refuseNominationAct(row.state, "edit", role)) throw new AppError("state", `推荐表现在是“${NOMINATION_STATE_NAME[row.state]}”，佐证材料不能增减。`);
  return { divisionCode: row.divisionCode, schoolId: null };
}
