import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { experienceAudit, experiencePages, experienceRole, findExperience } from "./find-experience";
import { mayWrite } from "./rules";
import type { experienceInput } from "./schema";

/** Begins an experience of the actor's county, or rewrites one that is still theirs. @throws AppError state, conflict, notFound. */
export async function writeExperience(tx: Tx, actor: Actor, { id, version, ...words }: z.infer<typeof experienceInput>) {
  const { divisionCode } = actor.office;
  if (experienceRole(actor, divisionCode) !== "county") throw notFoundError();
  const before = id === null ? null : await findExperience(tx, id, true);
  if (before && !mayWrite(before.state, experienceRole(actor, before.divisionCode))) throw new AppError("state", "这篇经验已经报送，撤回或退回后才能修改。");
  if (before && before.version !== version) throw new AppError("conflict", "这篇经验刚被他人修改，请刷新后核对。", {}, { version: before.version });
  const key = id ?? randomUUID();
  const data = { ...words, updatedBy: actor.userId, updatedAt: new Date() };
  if (before) await tx.experience.update({ where: { id: key }, data: { ...data, version: { increment: 1 } } });
  else await tx.experience.createMany({ data: { id: key, divisionCode, ...data } });
  const experience = { id: key, divisionCode };
  return { value: { id: key, version: (before?.version ?? 0) + 1 }, message: "经验已保存。", audit: experienceAudit(experience, before ? "change" : "create", { from: before && { title: before.title, item: before.item, background: before.background, practice: before.practice, result: before.result }, to: words }), changed: experiencePages(experience) };
}
