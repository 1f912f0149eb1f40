import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import { ancestry } from "@/lib/divisions/codes";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { READING_KEYS } from "@/lib/standard/readings";
import { dayOf } from "@/lib/time";

const day = z.date().transform((date) => dayOf(date));
const held = {
  id: z.string(), divisionCode: z.string(), basis: z.string(), validFrom: day, validTo: day.nullable(), version: z.number(),
  createdAt: z.date(), retiredAt: z.date().nullable(), retiredReason: z.string().nullable(),
};
const override = z.object({ ...held, indicator: z.enum(INDICATOR_KEYS), stage: z.enum(STAGES), value: z.unknown().transform(Number) });
const choice = z.object({ ...held, reading: z.enum(READING_KEYS), value: z.string() });

export type OverrideEntry = z.infer<typeof override>;
export type ChoiceEntry = z.infer<typeof choice>;

const SELECT = { id: true, divisionCode: true, basis: true, validFrom: true, validTo: true, version: true, createdAt: true, retiredAt: true, retiredReason: true, value: true } as const;
const ORDER = [{ divisionCode: "asc" }, { createdAt: "asc" }, { id: "asc" }] as const;

/** What a division and those above it have raised, retired rows among them. One query. */
export async function listOverrides(tx: Tx, code: string): Promise<OverrideEntry[]> {
  const rows = await tx.thresholdOverride.findMany({ where: { divisionCode: { in: ancestry(code) } }, orderBy: [...ORDER], select: { ...SELECT, indicator: true, stage: true } });
  return rows.map((row) => override.parse(row));
}

/** What a division and those above it have chosen, retired rows among them. One query. */
export async function listChoices(tx: Tx, code: string): Promise<ChoiceEntry[]> {
  const rows = await tx.readingChoice.findMany({ where: { divisionCode: { in: ancestry(code) } }, orderBy: [...ORDER], select: { ...SELECT, reading: true } });
  return rows.map((row) => choice.parse(row));
}
