import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { findBatch, findCase, handOf } from "./find-case";
import { MATERIALS } from "./materials";
import { readStanding } from "./read-standing";
import { HOLDER, STAGE_NAME } from "./stages";

/** Materials of a submission: changed by the applicant while the stage is in its hands and nothing is being signed. */
export async function certificationGround(tx: Tx, actor: Actor, { entityId, item }: { entityId: string; item: string }): Promise<{ divisionCode: string; schoolId: null }> {
  const row = await findCase(tx, entityId, true);
  const material = MATERIALS.find((one) => one.item === item);
  if (!material || handOf(actor, row.divisionCode).level !== "county") throw notFoundError();
  if (row.stage !== material.stage || HOLDER[row.stage] !== "county") throw new AppError("state", `现在是“${STAGE_NAME[row.stage]}”，已报送的材料不能增减。`);
  const { open } = await readStanding(tx, row, await findBatch(tx, row.batchId), actor.office.divisionCode);
  if (open) throw new AppError("state", "报送正在审核或签发，材料不能增减；需要改动的，请先撤回。");
  return { divisionCode: row.divisionCode, schoolId: null };
}
