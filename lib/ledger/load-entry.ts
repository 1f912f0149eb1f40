import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { shanghaiDay } from "@/lib/time";
import { findEntry, ledgerRole } from "./find-entry";
import { listEntriesById, type LedgerItem } from "./list-entries";
import { mayCancel } from "./plan-entry";
import { LEDGER_ACT_KEYS, refuseLedgerAct, type LedgerAct, type LedgerRole } from "./rules";

export type LedgerEventView = { id: string; at: Date; byName: string; act: string; toState: string; text: string };
export type EntryView = {
  place: Place | null; entry: LedgerItem; divisionCode: string; reason: string | null; dataYear: number | null; closedAt: Date | null; today: string; role: LedgerRole | null; acts: LedgerAct[]; events: LedgerEventView[];
  evidence: EvidenceFile[]; mayAttach: boolean; mayPlan: boolean; mayCancel: boolean; mayAsk: boolean; manages: boolean; units: { id: string; name: string }[];
};

/** One entry with its history, evidence and what the reader may do with it now; by its county or by its school. */
export async function loadEntry(actor: Actor, at: { code: string } | { schoolId: string }, id: string): Promise<EntryView> {
  return withScope(scopeOf(actor), async (tx) => {
    const row = await findEntry(tx, id);
    if ("code" in at ? row.divisionCode !== at.code : row.schoolId !== at.schoolId) throw notFoundError();
    const today = shanghaiDay(new Date());
    const [entry] = await listEntriesById(tx, row.divisionCode, today, [id]);
    if (!entry) throw notFoundError();
    const role = ledgerRole(actor, row);
    const mends = role === "owner" || role === "bureau";
    return {
      place: "code" in at ? await getOwnPlace(tx, actor, at.code) : null,
      entry, divisionCode: row.divisionCode, reason: row.reason, dataYear: row.dataYear, closedAt: row.closedAt, today, role, manages: role === "bureau",
      acts: LEDGER_ACT_KEYS.filter((act) => refuseLedgerAct(row, act, { role, userId: actor.userId }) === null),
      events: await tx.ledgerEvent.findMany({ where: { entryId: id }, orderBy: [{ at: "desc" }, { id: "asc" }], select: { id: true, at: true, byName: true, act: true, toState: true, text: true } }),
      evidence: can(actor, "evidence.read") ? standingAt(await listEvidence(tx, actor, "ledger", { is: id })) : [],
      mayAttach: role !== null && can(actor, "evidence.edit") && row.state !== "closed",
      mayPlan: mends && row.state !== "closed",
      mayCancel: role === "bureau" && (await mayCancel(tx, row)),
      mayAsk: can(actor, "request.send") && row.state !== "closed" && (actor.office.schoolId === null || actor.office.schoolId === row.schoolId) && actor.office.divisionCode === row.divisionCode,
      units: role === "bureau" ? await tx.unit.findMany({ where: { divisionCode: row.divisionCode, retiredAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } }) : [],
    };
  });
}
