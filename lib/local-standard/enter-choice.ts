import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { claimStandard } from "@/lib/results/hold-standard";
import { readingLabel, readingSpec } from "@/lib/standard/readings";
import { assertOwnOffice } from "./assert-own-office";
import { finish } from "./finish";
import { listChoices } from "./list-entries";
import type { ChooseInput } from "./schema";

/** A province or city chooses a reading where those above have not chosen for the same time: what stands above binds those below. */
export async function enterChoice(tx: Tx, actor: Actor, input: ChooseInput) {
  assertOwnOffice(actor, input.code);
  await claimStandard(asQuery(tx), input.code);
  const { code, reading, value, basis, validFrom, validTo } = input;
  const standing = (await listChoices(tx, code)).filter((entry) => entry.retiredAt === null && entry.reading === reading);
  const same = standing.some((entry) => entry.divisionCode === code && entry.value === value && entry.validFrom === validFrom && entry.validTo === validTo);
  if (same) throw new AppError("invalid", undefined, { value: "本级已有完全相同的一条，不必重复录入。" });
  const bound = standing.find((entry) => entry.divisionCode !== code
    && (validTo === null || entry.validFrom <= validTo) && (entry.validTo === null || validFrom <= entry.validTo));
  if (bound) throw new AppError("invalid", undefined, { value: `上级已选定“${readingLabel(reading, bound.value)}”（${bound.basis}），本级不能另选。` });
  const id = randomUUID();
  await tx.readingChoice.create({ data: { id, divisionCode: code, reading, value, basis, validFrom: toDate(validFrom), validTo: validTo === null ? null : toDate(validTo), createdBy: actor.userId } });
  return finish(tx, actor, `${readingSpec(reading).question}：已选定“${readingLabel(reading, value)}”。`,
    { act: "standard.choose", entity: "reading_choice", entityId: id, divisionCode: code, detail: { reading, value, basis, validFrom, validTo } });
}
