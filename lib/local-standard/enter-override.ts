import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { claimStandard } from "@/lib/results/hold-standard";
import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { refuseThroughout } from "@/lib/standard/thresholds";
import { assertOwnOffice } from "./assert-own-office";
import { finish } from "./finish";
import { listOverrides } from "./list-entries";
import type { RaiseInput } from "./schema";

/** A province or city raises a threshold over what the levels above have set, at every moment that it is to hold; never below. */
export async function enterOverride(tx: Tx, actor: Actor, input: RaiseInput) {
  assertOwnOffice(actor, input.code);
  await claimStandard(asQuery(tx), input.code);
  const { code, indicator, stage, value, basis, validFrom, validTo } = input;
  const standing = (await listOverrides(tx, code)).filter((entry) => entry.retiredAt === null);
  const same = standing.some((entry) => entry.divisionCode === code && entry.indicator === indicator && entry.stage === stage && entry.value === value && entry.validFrom === validFrom && entry.validTo === validTo);
  if (same) throw new AppError("invalid", undefined, { value: "本级已有完全相同的一条，不必重复录入。" });
  const above = standing.filter((entry) => entry.divisionCode !== code);
  const refusal = refuseThroughout(above, { divisionCode: code, indicator, stage, value, basis, validFrom, validTo });
  if (refusal) throw new AppError("invalid", undefined, { value: refusal });
  const id = randomUUID();
  await tx.thresholdOverride.create({ data: { id, divisionCode: code, indicator, stage, value, basis, validFrom: toDate(validFrom), validTo: validTo === null ? null : toDate(validTo), createdBy: actor.userId } });
  return finish(tx, actor, `已将${STAGE_NAME[stage]}${INDICATORS[indicator].name}的标准提高到 ${value}。`,
    { act: "standard.raise", entity: "threshold_override", entityId: id, divisionCode: code, detail: { indicator, stage, value, basis, validFrom, validTo } });
}
