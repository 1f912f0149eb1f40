import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import { storedReadings, storedThresholds } from "@/lib/standard/schema";
import type { StandardInForce } from "@/lib/standard/in-force";
import { INDICATOR_KEYS, type Stage } from "@/lib/standard/indicators";

const perKey = <T extends z.ZodType>(value: T) => z.record(z.enum(INDICATOR_KEYS), value);

const stage = z.object({
  sections: z.number(),
  students: z.number(),
  compliantSections: z.number(),
  compositeCv: z.number().nullable(),
  indicators: perKey(
    z.object({ mean: z.number().nullable(), sd: z.number().nullable(), cv: z.number().nullable(), cvLimit: z.number(), cvPass: z.boolean(), sectionsAtStandard: z.number() }),
  ),
});
const item = z.object({ item: z.string(), met: z.boolean().nullable(), text: z.string(), value: z.number().nullable(), failing: z.array(z.string()) });

export type StageOutcome = z.infer<typeof stage>;
export type ItemOutcome = z.infer<typeof item>;

/** Stages and items as `county_results` keeps them. */
export const storedStages = z.object({ primary: stage.optional(), junior: stage.optional() });
export const storedItems = z.array(item);
const excluded = z.array(z.object({ school: z.string(), code: z.string(), reason: z.string() }));

export type CountyOutcome = {
  divisionCode: string;
  year: number;
  expected: number;
  reported: number;
  sections: number;
  compliantSections: number;
  resourceVerdict: boolean | null;
  verdict: boolean | null;
  stages: Partial<Record<Stage, StageOutcome>>;
  items: ItemOutcome[];
  excluded: z.infer<typeof excluded>;
  standard: string;
  /** The thresholds and readings that it was computed with. */
  judgedBy: StandardInForce;
  computedAt: Date;
};

/** The stored, approved results of one county and year; null where nothing was computed yet. One query. */
export async function getCountyResults(tx: Tx, divisionCode: string, year: number): Promise<CountyOutcome | null> {
  const row = await tx.countyResult.findUnique({ where: { divisionCode_year: { divisionCode, year } } });
  if (!row) return null;
  const judgedBy = { thresholds: storedThresholds.parse(row.thresholds), readings: storedReadings.parse(row.readings) };
  return { ...row, judgedBy, stages: storedStages.parse(row.stages), items: storedItems.parse(row.items), excluded: excluded.parse(row.excluded) };
}
