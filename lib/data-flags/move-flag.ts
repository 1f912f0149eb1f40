import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { flagRule, isFlagState, refuseFlagAct, type FlagRole } from "./rules";
import type { flagActInput } from "./schema";

/** How the office takes part in the flags of a county; null for a reader. */
export function flagRole(actor: Actor, divisionCode: string): FlagRole | null {
  const { divisionCode: own } = actor.office;
  if (own === divisionCode) return can(actor, "flag.answer") ? "county" : null;
  return can(actor, "flag.judge") && within(divisionCode, own) ? "above" : null;
}

/** 说明, 核查无误, 退回 or 经查实. @throws AppError state, invalid, conflict, notFound. */
export async function moveFlag(tx: Tx, actor: Actor, { divisionCode, year, key, version, act, text }: z.infer<typeof flagActInput>) {
  await tx.$queryRaw`SELECT 1 FROM data_flags WHERE division_code = ${divisionCode} AND year = ${year}::int AND key = ${key} FOR UPDATE`;
  const where = { divisionCode_year_key: { divisionCode, year, key } };
  const flag = await tx.dataFlag.findUnique({ where, select: { state: true, version: true, schoolId: true } });
  if (!flag || !isFlagState(flag.state)) throw notFoundError();
  const refusal = refuseFlagAct(flag.state, act, flagRole(actor, divisionCode));
  if (refusal) throw new AppError("state", refusal);
  if (flag.version !== version) throw new AppError("conflict", "这条疑点刚被他人办理，请刷新后核对。", {}, { version: flag.version });
  const rule = flagRule(act);
  if (text === "") throw new AppError("invalid", undefined, { text: rule.ask });
  const now = new Date();
  await tx.dataFlag.update({ where, data: { state: rule.to, version: { increment: 1 }, ...(rule.by === "county" ? { answer: text, answeredBy: actor.userId, answeredAt: now } : { judgement: text, judgedBy: actor.userId, judgedAt: now }) } });
  return {
    value: { state: rule.to }, message: `已${rule.label}。`,
    audit: { act: `data-flag.${act}`, entity: "data-flag", entityId: `${divisionCode}/${year}/${key}`, divisionCode, schoolId: flag.schoolId, detail: { from: flag.state, to: rule.to, text } },
    changed: [`/d/${divisionCode}/flags`],
  };
}
