import { z } from "zod";
import { PLAN_MODES } from "@/lib/evaluation/planner/plan-county";
import { storedStandard } from "@/lib/standard/schema";
import { storedFacts, storedOutcome } from "./schema";

const cost = z.number();
/** What the solver's thread is given, and what it answers. */
export const solverJob = z.object({
  schools: z.array(storedFacts), mode: z.enum(PLAN_MODES), quota: z.number().optional(), groups: z.record(z.string(), z.string()), standard: storedStandard,
  unitCost: z.object({ degreeTeachers: cost, backboneTeachers: cost, artsPeTeachers: cost, teachingArea: cost, sportsArea: cost, equipmentValue: cost, multimediaRooms: cost }),
});
export type SolverJob = z.infer<typeof solverJob>;
export const solverAnswer = z.discriminatedUnion("ok", [z.object({ ok: z.literal(true), plan: storedOutcome }), z.object({ ok: z.literal(false), message: z.string() })]);
export type SolverAnswer = z.infer<typeof solverAnswer>;
/** How a plan is worked out. */
export type Solve = (job: SolverJob) => Promise<SolverAnswer>;
