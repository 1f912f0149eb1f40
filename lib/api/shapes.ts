import { z } from "zod";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import { storedReadings, storedThresholds } from "@/lib/standard/schema";

/** The shapes of the read API; the OpenAPI document is generated from them. */

export const yearQuery = z.coerce.number().int().min(-1_000_000).max(1_000_000).optional();
export const divisionCode = z.string().regex(/^(cn|\d{2}|\d{4}|\d{6})$/);
export const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int(), nextCursor: z.string().nullable() });

const keyed = <T extends z.ZodType>(value: T) => z.record(z.enum(INDICATOR_KEYS), value);

export const division = z.object({
  code: z.string(),
  name: z.string(),
  level: z.enum(["nation", "province", "city", "county"]),
  parent: z.string().nullable(),
  years: z.array(z.object({ year: z.number().int(), complete: z.boolean() })),
  demo: z.boolean(),
});
export const child = z.object({ code: z.string(), name: z.string(), counties: z.number().int(), reported: z.number().int(), compliant: z.number().int() });

export const section = z.object({
  school: z.string(),
  code: z.string(),
  stage: z.enum(STAGES),
  students: z.number(),
  values: keyed(z.number().nullable()),
  atStandard: keyed(z.boolean()),
  atFloor: keyed(z.boolean()),
  standardCount: z.number().int(),
  compliant: z.boolean(),
  shortfall: z.partialRecord(z.enum(INDICATOR_KEYS), z.number()),
});
const indicator = z.object({ mean: z.number().nullable(), sd: z.number().nullable(), cv: z.number().nullable(), cvLimit: z.number(), cvPass: z.boolean(), sectionsAtStandard: z.number().int() });
const stage = z.object({ sections: z.number().int(), students: z.number(), compliantSections: z.number().int(), compositeCv: z.number().nullable(), indicators: keyed(indicator) });

export const countyEvaluation = z.object({
  standard: z.string(),
  problems: z.array(z.object({ severity: z.enum(["error", "warning"]), row: z.number(), column: z.string(), message: z.string() })),
  excluded: z.array(z.object({ school: z.string(), code: z.string(), reason: z.string() })),
  sections: z.array(section),
  stages: z.object({ primary: stage.optional(), junior: stage.optional() }),
  verdict: z.object({ resourceAllocation: z.boolean().nullable() }),
  /** What it was judged by: thresholds as raised, readings as chosen (lib/standard/readings.ts). */
  thresholds: storedThresholds,
  readings: storedReadings,
  year: z.number().int(),
  basis: z.enum(["approved", "live"]),
  demo: z.boolean(),
});

const spread = z.object({ min: z.number().nullable(), p25: z.number().nullable(), median: z.number().nullable(), p75: z.number().nullable(), max: z.number().nullable() });
const areaStage = z.object({ indicators: keyed(z.object({ cv: spread, countiesWithinLimit: z.number().int() })) });

export const areaEvaluation = z.object({
  counties: z.object({ total: z.number().int(), reported: z.number().int(), compliant: z.number().int() }),
  stages: z.object({ primary: areaStage.optional(), junior: areaStage.optional() }),
  items: z.array(z.object({ code: z.string(), name: z.string(), compliantSections: z.number().int(), sections: z.number().int(), cvWithinLimit: z.number().int(), verdict: z.boolean().nullable() })),
  year: z.number().int(),
  basis: z.literal("approved"),
  demo: z.boolean(),
});

export const schoolItem = z.object({ id: z.string(), code: z.string(), name: z.string(), kind: z.string(), areaType: z.string().nullable(), state: z.string() });
export const school = z.object({ id: z.string(), code: z.string(), name: z.string(), kind: z.string(), areaType: z.string().nullable(), division: z.string(), years: z.array(z.number().int()), demo: z.boolean() });
export const filing = z.object({ school: z.string(), year: z.number().int(), state: z.string(), approvedNumber: z.number().int().nullable(), data: z.record(z.string(), z.record(z.string(), z.unknown())), sections: z.array(section), demo: z.boolean() });
export const task = z.object({
  id: z.string(), title: z.string(), kind: z.enum(["basic", "breakthrough", "province", "measure", "policyDocument"]), level: z.enum(["nation", "province", "city", "county"]), group: z.string(), state: z.string(),
  leadUnit: z.string().nullable(), jointUnits: z.array(z.string()), dueDate: z.string().nullable(), progress: z.number().int().nullable(), division: z.string(),
});
/** Percent for shares and satisfaction, the coefficient itself for `cv.…`; `actual` is null where figures are incomplete. */
export const targetItem = z.object({ year: z.number().int(), measure: z.string(), target: z.number(), actual: z.number().nullable() });
/** 申报年 → counties; counties in no year are 未列入 and left out. */
export const planAnswer = z.object({ years: z.record(z.string(), z.array(z.object({ code: z.string(), name: z.string() }))), notes: z.string(), demo: z.boolean() });
/** A problem of the ledger: `gap` in `unit` (人, 间, ㎡, 元), `school` the id of the school, `overdue` computed today. */
export const ledgerItem = z.object({
  id: z.string(), source: z.enum(["shortfall", "self_check", "visit", "review", "basic_balance", "interview", "complaint"]), level: z.enum(["county", "school"]), school: z.string().nullable(), stage: z.enum(STAGES).nullable(), item: z.string(), problem: z.string(),
  gap: z.number().nullable(), unit: z.string().nullable(), measure: z.string(), owner: z.string(), dueDate: z.string().nullable(), state: z.enum(["open", "doing", "waiting", "closed"]), overdue: z.boolean(), division: z.string(),
});
export const problem = z.object({ error: z.string(), message: z.string(), fields: z.record(z.string(), z.string()) });
