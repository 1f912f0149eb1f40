import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { isExperienceState, type ExperienceRole, type ExperienceState } from "./rules";

export const EXPERIENCE_SELECT = {
  id: true, divisionCode: true, item: true, title: true, background: true, practice: true, result: true, state: true, reason: true, borrowed: true, submittedAt: true, acceptedAt: true, publishedAt: true, updatedAt: true, version: true,
} as const;

/** A selected row as the subject reads it. @throws AppError state. */
export function toExperience<R extends { state: string }>(row: R): Omit<R, "state"> & { state: ExperienceState } {
  if (!isExperienceState(row.state)) throw new AppError("state");
  return { ...row, state: row.state };
}

/** An experience in reach, locked when it is about to change. */
export async function findExperience(tx: Tx, id: string, forUpdate = false) {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM experiences WHERE id = ${id} FOR UPDATE`;
  const row = await tx.experience.findUnique({ where: { id }, select: EXPERIENCE_SELECT });
  if (!row) throw notFoundError();
  return toExperience(row);
}

/** How the office takes part in an experience of this county; null for a reader. */
export function experienceRole(actor: Actor, divisionCode: string): ExperienceRole | null {
  const { level, divisionCode: own } = actor.office;
  if (level === "county") return own === divisionCode && can(actor, "experience.write") ? "county" : null;
  if (!can(actor, "experience.review")) return null;
  return level === "nation" ? "nation" : level === "province" && divisionCode.startsWith(own) ? "province" : null;
}

export const experiencePages = (experience: { id: string; divisionCode: string }): string[] => [`/d/${experience.divisionCode}/experiences`, `/d/${experience.divisionCode}/experiences/${experience.id}`];
export const experienceAudit = (experience: { id: string; divisionCode: string }, act: string, detail: Record<string, unknown>) => ({ act: `experience.${act}`, entity: "experience", entityId: experience.id, divisionCode: experience.divisionCode, detail });
