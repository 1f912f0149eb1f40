import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { startOfToday, toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { within } from "@/lib/divisions/codes";
import { AppError, notFoundError } from "@/lib/errors";
import type { LedgerOwner, LedgerSource } from "./rules";
import { tellOwner } from "./tell-owner";
import { ledgerAudit, ledgerPages, logEntry } from "./write-entry";

/** A problem as another subject raises it. `sourceKey` names the finding (`visit/ID/1`): raised again, it stays one entry. */
export type OpenEntry = {
  divisionCode: string; source: Exclude<LedgerSource, "shortfall" | "self_check">; sourceKey: string; schoolId: string | null; item?: string;
  problem: string; gap?: string | null; gapUnit?: string | null; measure?: string; owner: LedgerOwner; unitId?: string | null; post?: string; dueOn: string;
};

/** Ids begin with the county's code, so that the order of ids is the order of places. */
export const newEntryId = (divisionCode: string): string => `${divisionCode}-${randomUUID()}`;

/**
 * Raises a problem into the ledger in the caller's transaction and reach: a bureau or 督导机构 of the county, or an inspector for one of
 * the schools. The caller writes `audit` with its own. @throws AppError invalid, notFound.
 */
export async function openEntry(tx: Tx, actor: Actor, input: OpenEntry) {
  const { divisionCode, schoolId, sourceKey, source, problem, owner, dueOn } = input;
  // Evaluators above raise what they found on a visit (source review); the database holds them to their own visits.
  if (source === "review" ? !within(divisionCode, actor.office.divisionCode) : actor.office.divisionCode !== divisionCode) throw notFoundError();
  const school = schoolId === null ? null : await tx.school.findUnique({ where: { id: schoolId, divisionCode }, select: { name: true } });
  if (schoolId !== null && !school) throw new AppError("invalid", undefined, { schoolId: "请从本县的学校中选择。" });
  const unitId = owner === "unit" ? (input.unitId ?? null) : null;
  if (owner === "unit" && !(unitId && (await tx.unit.findUnique({ where: { id: unitId, divisionCode, retiredAt: null }, select: { id: true } })))) throw new AppError("invalid", undefined, { unitId: "请从本县的单位名单中选择。" });
  if (owner === "school" && schoolId === null) throw new AppError("invalid", undefined, { owner: "由学校整改的问题要先选择学校。" });
  const today = startOfToday();
  if (toDate(dueOn) < today) throw new AppError("invalid", undefined, { dueOn: "整改期限不能早于今天。" });
  const known = await tx.ledgerEntry.findUnique({ where: { divisionCode_sourceKey: { divisionCode, sourceKey } }, select: { id: true } });
  const entry = { id: known?.id ?? newEntryId(divisionCode), divisionCode, schoolId, problem, state: "open" as const };
  if (!known) {
    await tx.ledgerEntry.createMany({
      data: {
        id: entry.id, divisionCode, schoolId, schoolName: school?.name ?? null, source, sourceKey, level: schoolId === null ? "county" : "school", item: input.item ?? "", problem, gap: input.gap ?? null, gapUnit: input.gapUnit ?? null,
        measure: input.measure ?? "", owner, unitId, post: input.post ?? "", dueOn: toDate(dueOn), plannedYear: Number(dueOn.slice(0, 4)), openedOn: today,
      },
    });
    await logEntry(tx, actor, entry, { act: "open", toState: "open", text: "" });
    await tellOwner(tx, actor, { ...entry, owner, unitId }, { kind: "assigned", title: `需要整改：${problem}` });
  }
  return { value: { id: entry.id, opened: !known }, message: known ? "这个问题已在整改台账中。" : "问题已进入整改台账。", audit: ledgerAudit(entry, known ? "open-again" : "open", { ...input }), changed: ledgerPages(entry) };
}
