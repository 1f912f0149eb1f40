import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { experienceAudit, experiencePages, experienceRole, findExperience } from "./find-experience";
import { experienceRule, refuseExperienceAct } from "./rules";
import type { experienceActInput } from "./schema";

/** 报送, 列入, 退回, 撤出. @throws AppError state, invalid, conflict, notFound. */
export async function moveExperience(tx: Tx, actor: Actor, { id, version, act, reason }: z.infer<typeof experienceActInput>) {
  const experience = await findExperience(tx, id, true);
  const refusal = refuseExperienceAct(experience.state, act, experienceRole(actor, experience.divisionCode));
  if (refusal) throw new AppError("state", refusal);
  if (experience.version !== version) throw new AppError("conflict", "这篇经验刚被他人办理，请刷新后核对。", {}, { version: experience.version });
  const rule = experienceRule(act);
  if (rule.reason && reason === "") throw new AppError("invalid", undefined, { reason: "请写明原因。" });
  const now = new Date();
  await tx.experience.updateMany({
    where: { id },
    data: { state: rule.to, reason, version: { increment: 1 }, updatedAt: now, updatedBy: actor.userId, ...(act === "submit" ? { submittedAt: now } : act === "accept" ? { acceptedAt: now } : act === "publish" ? { publishedAt: now } : {}) },
  });
  return { value: { state: rule.to }, message: rule.done, audit: experienceAudit(experience, act, { from: experience.state, to: rule.to, reason }), changed: experiencePages(experience) };
}
