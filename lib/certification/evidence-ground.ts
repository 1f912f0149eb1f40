import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { findBatch, findCase, handOf } from "./find-case";
import { MATERIALS } from "./materials";
import { readStanding } from "./read-standing";
import { HOLDER, STAGE_NAME } from "./stages";

/** Documents of a course: changed by the body whose stage it is while nothing is being signed. An evaluator's are its own until it has decided. */
export async function certificationGround(tx: Tx, actor: Actor, { entityId, item }: { entityId: string; item: string }): Promise<{ divisionCode: string; schoolId: null }> {
  const row = await findCase(tx, entityId, true);
  const material = MATERIALS.find((one) => one.item === item);
  const hand = handOf(actor, row.divisionCode);
  if (!material || hand.level !== material.by) throw notFoundError();
  if (hand.level !== "county" && hand.ownCounty) throw new AppError("state", "您在该县任职，应当回避。");
  if (row.stage !== material.stage || HOLDER[row.stage] !== material.by) throw new AppError("state", `现在是“${STAGE_NAME[row.stage]}”，这个环节的材料不能增减。`);
  const { open } = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
  if (open) throw new AppError("state", "有决定正在审核或签发，材料不能增减；需要改动的，请先撤回。");
  return { divisionCode: material.by === "county" ? row.divisionCode : actor.office.divisionCode, schoolId: null };
}
