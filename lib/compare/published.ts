import { z } from "zod";
import { INDICATOR_KEYS } from "@/lib/standard/indicators";
import type { Features } from "./similar";

const indicator = z.object({ cv: z.number().nullable(), cvLimit: z.number(), cvPass: z.boolean() });
const stage = z.object({ sections: z.number(), indicators: z.record(z.enum(INDICATOR_KEYS), indicator) });

/** A county's published figures as the database keeps them (0042): none of a school, and no mean. docs/decisions/0012 */
export const publishedFigures = z.object({
  sections: z.number(), compliantSections: z.number(), stages: z.object({ primary: stage.optional(), junior: stage.optional() }),
  resource: z.boolean().nullable(), verdict: z.boolean().nullable(), items: z.array(z.object({ item: z.string(), met: z.boolean().nullable() })),
});
export type PublishedFigures = z.infer<typeof publishedFigures>;

/** Where published figures come from: the year they are of, the 文号 of the recognition and its day. */
export type Source = { figuresYear: number; number: string; day: string };
export type PublishedCounty = Features & Source;
