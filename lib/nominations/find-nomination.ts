import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { NOMINATION_ROLES, isNominationState, type NominationRole, type NominationState } from "./rules";
import { answersShape, templateFields, type TemplateField } from "./template";

export type NominationBatchRow = { id: string; year: number; name: string; quotaMin: number; quotaMax: number; dueOn: string; documentNumber: string; fields: TemplateField[]; version: number };
export type NominationRow = {
  id: string; batchId: string; divisionCode: string; state: NominationState; skipsCity: boolean; answers: Record<string, string>; basicBalanceYear: number | null; leadership: string; ecology: string;
  conditions: StoredCondition[] | null; rank: number | null; late: boolean; listId: string | null; version: number;
};
const storedConditions = z.array(z.object({ key: z.string(), label: z.string(), met: z.boolean().nullable(), text: z.string(), binding: z.boolean() }));
type StoredCondition = z.infer<typeof storedConditions>[number];

const BATCH_SELECT = { id: true, year: true, name: true, quotaMin: true, quotaMax: true, dueOn: true, documentNumber: true, fields: true, version: true } as const;
const SELECT = { id: true, batchId: true, divisionCode: true, state: true, skipsCity: true, answers: true, basicBalanceYear: true, leadership: true, ecology: true, conditions: true, rank: true, late: true, listId: true, version: true } as const;

/** All calls, the newest first. */
export async function listNominationBatches(tx: Tx): Promise<NominationBatchRow[]> {
  const rows = await tx.nominationBatch.findMany({ orderBy: [{ year: "desc" }, { id: "desc" }], select: BATCH_SELECT });
  return rows.map((row) => ({ ...row, dueOn: dayOf(row.dueOn), fields: templateFields.parse(row.fields) }));
}

export async function findNominationBatch(tx: Tx, id: string): Promise<NominationBatchRow> {
  const row = await tx.nominationBatch.findUnique({ where: { id }, select: BATCH_SELECT });
  if (!row) throw notFoundError();
  return { ...row, dueOn: dayOf(row.dueOn), fields: templateFields.parse(row.fields) };
}

type Stored = Omit<NominationRow, "state" | "answers" | "conditions"> & { state: string; answers: unknown; conditions: unknown };
function toNomination(row: Stored): NominationRow {
  if (!isNominationState(row.state)) throw new AppError("state");
  return { ...row, state: row.state, answers: answersShape.parse(row.answers), conditions: row.conditions === null ? null : storedConditions.parse(row.conditions) };
}

/** A nomination in reach, locked when it is about to change. */
export async function findNomination(tx: Tx, id: string, forUpdate = false): Promise<NominationRow> {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM nominations WHERE id = ${id} FOR UPDATE`;
  const row = await tx.nomination.findUnique({ where: { id }, select: SELECT });
  if (!row) throw notFoundError();
  return toNomination(row);
}

/** The nominations of a batch that the reader may see, in the order of codes. */
export async function listNominations(tx: Tx, batchId: string): Promise<NominationRow[]> {
  return (await tx.nomination.findMany({ where: { batchId }, orderBy: { divisionCode: "asc" }, select: SELECT })).map(toNomination);
}

/** How the office takes part in a county's nomination; null for a reader. */
export function nominationRole(actor: Actor, county: string): NominationRole | null {
  const { level, divisionCode } = actor.office;
  const role = NOMINATION_ROLES.find((one) => one === level);
  if (!role || !within(county, divisionCode)) return null;
  return can(actor, role === "county" ? "nomination.write" : "nomination.review") ? role : null;
}

/** One at a time for a province and batch: ranks, reports and the ministry's list come one after the other. */
export async function lockProvince(tx: Tx, batchId: string, province: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`nomination:${batchId}:${province}`}, 0))::text`;
}

export function assertFreshNomination(row: { version: number }, version: number): void {
  if (row.version !== version) throw new AppError("conflict", "推荐表刚被他人办理，请刷新后核对。", {}, { version: row.version });
}
