import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { directiveRole, findDirective } from "./find-directive";
import { DIRECTIVE_KINDS, directiveStateName, refuseDirectiveAct } from "./rules";

/** What the addressed brings along, until it has answered. */
export async function directiveGround(tx: Tx, actor: Actor, { entityId }: { entityId: string }): Promise<{ divisionCode: string; schoolId: null }> {
  const directive = await findDirective(tx, entityId, true);
  if (directiveRole(actor, directive) !== "addressed") throw notFoundError();
  if (refuseDirectiveAct(directive.kind, directive.state, "reply", "addressed") !== null) throw new AppError("state", `这件${DIRECTIVE_KINDS[directive.kind]}现在是“${directiveStateName(directive.kind, directive.state)}”，不能增减佐证材料。`);
  return { divisionCode: directive.divisionCode, schoolId: null };
}
