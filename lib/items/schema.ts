import { z } from "zod";

const count = z.number().nullable();
const pair = z.object({ primary: count, junior: count });
const pupils = z.array(z.number()).nullable();
const rooms = z.array(z.object({ name: z.string(), area: z.number().nullable(), builtYear: z.number().nullable() })).nullable();
const conclusion = z.enum(["met", "unmet"]).nullable();
const bool = z.boolean().nullable();

/** `school_facts.more` as it is stored. */
export const storedItemFacts = z.object({
  builtYear: count,
  boarding: bool,
  classes: z.object({ primary: pupils, junior: pupils }),
  musicRooms: rooms,
  artRooms: rooms,
  migrantStudents: count,
  inZone: pair,
  fullTime: pair,
  certified: count,
  trained: count,
  fundsBudget: count,
  trainingBudget: count,
  fundsAllocated: count,
  graduation: z.object({ graduates: count, entrants: count, transferredIn: count, transferredOut: count, deceased: count }),
  charter: bool,
  statements: z.object({ "qual-3": conclusion, "qual-5": conclusion, "qual-6": conclusion, "qual-7": conclusion, "qual-8": conclusion }),
  safety: z.object({ guards: bool, closedCampus: bool, alarms: bool, crossingGuards: bool }),
  counsellors: count,
  /** Stored since 2026-11; earlier rows do not say. */
  interactiveRooms: count.optional(),
});
