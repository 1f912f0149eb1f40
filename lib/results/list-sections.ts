import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import type { Section } from "@/lib/evaluation/evaluate-school";
import { INDICATOR_KEYS, STAGES, type Stage } from "@/lib/standard/indicators";

const byKey = <T extends z.ZodType>(value: T) => z.record(z.enum(INDICATOR_KEYS), value);

/** A section as section_results keeps it. */
export const section = z.looseObject({
  school: z.string(),
  code: z.string(),
  stage: z.enum(STAGES),
  students: z.number(),
  values: byKey(z.number().nullable()),
  atStandard: byKey(z.boolean()),
  atFloor: byKey(z.boolean()),
  standardCount: z.number(),
  compliant: z.boolean(),
  shortfall: z.partialRecord(z.enum(INDICATOR_KEYS), z.number()),
});

export type StoredSection = z.infer<typeof section> & { schoolId: string; complete: boolean };
export type { Section };

/** The stored sections of a county and year in the order of school codes. One query, whatever the number of schools. */
export async function listSections(tx: Tx, divisionCode: string, year: number, stage?: Stage): Promise<StoredSection[]> {
  const rows = await tx.sectionResult.findMany({
    where: { divisionCode, year, ...(stage ? { stage } : {}) },
    orderBy: [{ code: "asc" }, { stage: "desc" }],
    select: { schoolId: true, complete: true, result: true },
  });
  return rows.map((row) => ({ ...section.parse(row.result), schoolId: row.schoolId, complete: row.complete }));
}

/** The stored sections of one school and year. */
export async function listSchoolSections(tx: Tx, schoolId: string, year: number): Promise<StoredSection[]> {
  const rows = await tx.sectionResult.findMany({ where: { schoolId, year }, orderBy: { stage: "desc" }, select: { schoolId: true, complete: true, result: true } });
  return rows.map((row) => ({ ...section.parse(row.result), schoolId: row.schoolId, complete: row.complete }));
}
