import type { Actor } from "@/lib/access/actor";
import { DUTIES } from "@/lib/access/duties";
import { allows, can, samePlace } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import type { BatchStep } from "./batch-steps";
import type { Hand } from "./machine";
import { batchDeadlines, batchSteps } from "./schema";
import { LEVELS, isStage, type Level, type Stage } from "./stages";

export type CaseRow = {
  id: string; divisionCode: string; batchId: string; figuresYear: number; stage: Stage; skipsCity: boolean; holder: string; dueOn: string | null; round: number; statement: string; basicBalanceYear: number | null; version: number;
};
export type BatchRow = { id: string; year: number; figuresYear: number; name: string; steps: BatchStep[]; deadlines: Partial<Record<Stage, string>>; documentNumber: string; issuedOn: string | null; version: number };

export const CASE_SELECT = { id: true, divisionCode: true, batchId: true, figuresYear: true, stage: true, skipsCity: true, holder: true, dueOn: true, round: true, statement: true, basicBalanceYear: true, version: true } as const;

export function toCase<R extends { stage: string; dueOn: Date | null }>(row: R): Omit<R, "stage" | "dueOn"> & { stage: Stage; dueOn: string | null } {
  if (!isStage(row.stage)) throw new AppError("state");
  return { ...row, stage: row.stage, dueOn: row.dueOn ? dayOf(row.dueOn) : null };
}

/** A case in reach, locked where the reader may move it. */
export async function findCase(tx: Tx, id: string, forUpdate = false): Promise<CaseRow> {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM certification_cases WHERE id = ${id} FOR UPDATE`;
  const row = await tx.certificationCase.findUnique({ where: { id }, select: CASE_SELECT });
  if (!row) throw notFoundError();
  return toCase(row);
}

/** A batch with its steps and deadlines. */
export async function findBatch(tx: Tx, id: string): Promise<BatchRow> {
  const row = await tx.certificationBatch.findUnique({ where: { id }, select: { id: true, year: true, figuresYear: true, name: true, steps: true, deadlines: true, documentNumber: true, issuedOn: true, version: true } });
  if (!row) throw notFoundError();
  return { ...row, issuedOn: row.issuedOn ? dayOf(row.issuedOn) : null, steps: batchSteps.parse(row.steps), deadlines: batchDeadlines.parse(row.deadlines) };
}

/** The body that a person acts for on a county's case; the offices of the county itself never evaluate it. */
export function handOf(actor: Actor, county: string): Hand {
  const { office } = actor;
  const level: Level | undefined = LEVELS.find((one) => one === office.level);
  const act = level === "county" ? "certification.apply" : "certification.evaluate";
  const acts = can(actor, act) && (level === "county" ? office.divisionCode === county : within(county, office.divisionCode));
  const held = actor.offices.filter((one) => samePlace(one, office) && allows(one, act));
  return { level: level && acts ? level : null, userId: actor.userId, duties: DUTIES.filter((duty) => held.some(({ duties }) => duties.includes(duty))), ownCounty: actor.offices.some((one) => one.divisionCode === county) };
}

export function assertFreshCase(row: { version: number }, version: number): void {
  if (row.version !== version) throw new AppError("conflict", "这项申报刚被他人更新，请刷新后核对再办理。", {}, { version: row.version });
}
