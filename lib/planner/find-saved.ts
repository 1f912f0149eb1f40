import type { Tx } from "@/lib/db/with-scope";
import { notFoundError } from "@/lib/errors";
import { PLAN_MODES } from "@/lib/evaluation/planner/plan-county";
import { storedApplied, storedAsked, storedInput, storedOutcome } from "./schema";

/** A saved plan with the figures it stands on. @throws AppError notFound where it is not there or not in reach. */
export async function findSaved(tx: Tx, divisionCode: string, id: string) {
  const row = await tx.resourcePlan.findUnique({ where: { id, divisionCode, retiredAt: null } });
  const mode = PLAN_MODES.find((known) => known === row?.mode);
  if (!row || !mode) throw notFoundError();
  return {
    id, divisionCode, year: row.year, basis: row.basis === "live" ? "live" as const : "approved" as const, mode, version: row.version, createdAt: row.createdAt, appliedAt: row.appliedAt,
    asked: storedAsked.parse(row.asked), inputs: storedInput.parse(row.input), outcome: storedOutcome.parse(row.outcome), applied: row.applied === null ? null : storedApplied.parse(row.applied),
  };
}
export type SavedPlan = Awaited<ReturnType<typeof findSaved>>;
