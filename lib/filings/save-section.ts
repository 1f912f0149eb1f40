import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import type { SectionData } from "@/lib/forms/field";
import { assertMayAct, findFiling } from "./find-filing";
import { readSection } from "./read-data";
import { fieldsOfSection, parseFields } from "./schema";
import { closedReason, getWindow } from "./window";

export type SavedSection = { version: number; errors: Record<string, string>; savedAt: string };

/**
 * Saves the changed fields of one section over version `base` (0: the section was empty). A stale base is refused with
 * what stands now, so that the person sees both and chooses; wrong values come back with their sentence, the others are kept.
 * Autosaves enter the audit log at submission.
 */
export async function saveSection(tx: Tx, actor: Actor, input: { filingId: string; section: string; base: number; values: Record<string, unknown> }): Promise<SavedSection> {
  const filing = await findFiling(tx, input.filingId, true);
  if (![filing.schoolId, filing.filedBySchoolId].includes(actor.office.schoolId ?? "")) throw notFoundError();
  assertMayAct(filing, "edit");
  const closed = closedReason(await getWindow(tx, filing.divisionCode, filing.year, filing.schoolId), filing.state, new Date());
  if (closed) throw new AppError("state", closed);
  const fields = fieldsOfSection(filing.school.kind, input.section);
  if (!fields) throw notFoundError();

  const key = { filingId_section: { filingId: filing.id, section: input.section } };
  const row = await tx.filingSection.findUnique({ where: key, select: { data: true, version: true } });
  const standing: SectionData = row ? readSection(row.data) : {};
  if ((row?.version ?? 0) !== input.base) throw new AppError("conflict", undefined, {}, { version: row?.version ?? 0, values: standing });

  const { values, errors } = parseFields(fields, input.values);
  const savedAt = new Date();
  if (Object.keys(values).length === 0) return { version: input.base, errors, savedAt: savedAt.toISOString() };
  const data = { ...standing, ...values };
  const written = { data, updatedBy: actor.userId, updatedAt: savedAt };
  const saved = await tx.filingSection.upsert({
    where: key,
    create: { filingId: filing.id, section: input.section, divisionCode: filing.divisionCode, schoolId: filing.schoolId, filedBySchoolId: filing.filedBySchoolId, ...written },
    update: { ...written, version: { increment: 1 } },
    select: { version: true },
  });
  return { version: saved.version, errors, savedAt: savedAt.toISOString() };
}
