import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";

/** A county's own plan is about to change: one writer at a time, so that what is checked stands when it is written. */
export async function beginOwn(tx: Tx, actor: Actor, divisionCode: string): Promise<void> {
  assertOwnCounty(actor, divisionCode);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`county-plan:${divisionCode}`}))`;
}

/** Refuses what was based on an older version; version 0 stands for a row that is not there yet. */
export function assertFreshRow(row: { version: number } | null | undefined, version: number): void {
  if ((row?.version ?? 0) !== version) throw new AppError("conflict", "这条内容刚被他人修改，请刷新后核对再保存。", {}, { version: row?.version ?? 0 });
}

/** The common end of a write in a county's plan. */
export const finishOwn = (page: string) => (divisionCode: string, act: string, entity: string, entityId: string, detail: Record<string, unknown>, message: string) => ({
  value: undefined, message, audit: { act, entity, entityId, divisionCode, detail }, changed: [`/d/${divisionCode}/plan${page}`],
});
