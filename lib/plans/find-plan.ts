import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError } from "@/lib/errors";
import { isRowState, type PlanRole, type PlanState, type RowState } from "./rules";

/** Version 0 stands for a plan or row that nobody has touched yet. */
export type PlanStanding = { divisionCode: string; state: PlanState; note: string; superviseFrom: number | null; version: number };
export type RowRecord = { divisionCode: string; state: RowState; note: string; reason: string; version: number };

export const provinceOf = (code: string): string => code.slice(0, 2);
export const cityOf = (code: string): string => code.slice(0, 4);

/** One writer of a province's plan at a time: a placing and a locking never pass each other. */
export const holdPlan = (tx: Tx, code: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`plan:${provinceOf(code)}`}))`;

export async function findPlan(tx: Tx, code: string): Promise<PlanStanding> {
  const divisionCode = provinceOf(code);
  const row = await tx.plan.findUnique({ where: { divisionCode } });
  return { divisionCode, state: row?.state === "locked" ? "locked" : "open", note: row?.note ?? "", superviseFrom: row?.superviseFrom ?? null, version: row?.version ?? 0 };
}

export const toRow = (divisionCode: string, row: { state: string; note: string; reason: string; version: number } | null | undefined): RowRecord =>
  ({ divisionCode, state: row && isRowState(row.state) ? row.state : "draft", note: row?.note ?? "", reason: row?.reason ?? "", version: row?.version ?? 0 });

export const findRow = async (tx: Tx, city: string): Promise<RowRecord> => toRow(city, await tx.planRow.findUnique({ where: { divisionCode: city } }));

/** How the person takes part in the plan of this place; null for a reader. */
export function planRole(actor: Actor, code: string): PlanRole | null {
  const { level, divisionCode } = actor.office;
  if (!can(actor, "plan.manage") || !within(code, divisionCode)) return null;
  return level === "province" ? "province" : level === "city" ? "city" : null;
}

export function assertFresh(standing: { version: number }, version: number, what: string): void {
  if (standing.version !== version) throw new AppError("conflict", `${what}刚被他人修改，请刷新后核对再办理。`, {}, { version: standing.version });
}
