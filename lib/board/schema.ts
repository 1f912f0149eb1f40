import { z } from "zod/mini";

export const TONES = ["pass", "fail", "warn", "pending", "neutral"] as const;

/** What a wall screen shows; the browser holds what it fetches against it, so that a page of another kind is never taken for figures. */
export const boardView = z.object({
  place: z.string(),
  year: z.string(),
  /** When the figures were read, as it is shown. */
  at: z.string(),
  headline: z.object({ tone: z.enum(TONES), text: z.string() }),
  tiles: z.array(z.object({ label: z.string(), value: z.string(), note: z.string(), tone: z.enum(TONES) })),
  cellsTitle: z.string(),
  columns: z.number(),
  cells: z.array(z.object({ name: z.string(), value: z.string(), word: z.string(), tone: z.enum(TONES) })),
  findings: z.array(z.string()),
});
export type BoardView = z.infer<typeof boardView>;
export type Tone = (typeof TONES)[number];
