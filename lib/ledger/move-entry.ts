import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { startOfToday } from "@/lib/calendar/schema";
import { assertFreshEntry, findEntry, ledgerRole } from "./find-entry";
import { LEDGER_ACTS, afterLedgerAct, asksText, rectifies, refuseLedgerAct } from "./rules";
import type { LedgerActInput } from "./schema";
import { tellOwner } from "./tell-owner";
import { ledgerAudit, ledgerPages, logEntry } from "./write-entry";

/** One act on an entry: asks the rules, writes the state and the history. @throws AppError state, invalid, conflict, notFound. */
export async function moveEntry(tx: Tx, actor: Actor, { entryId, version, act, text }: LedgerActInput) {
  const entry = await findEntry(tx, entryId, true);
  assertFreshEntry(entry, version);
  const role = ledgerRole(actor, entry);
  const refusal = refuseLedgerAct(entry, act, { role, userId: actor.userId });
  if (refusal) throw new AppError("state", refusal);
  if (asksText(act, entry) && text === "") throw new AppError("invalid", undefined, { text: act === "verify" ? "平台数据还没有达标，凭材料和现场核验销号的，请写明核验情况。" : act === "submit" ? "请写明整改情况。" : act === "report" ? "请写明进展。" : "请写明原因。" });
  const state = afterLedgerAct(entry.state, act);
  const rectifiedBy = rectifies(act, role) && !entry.rectifiedBy.includes(actor.userId) ? [...entry.rectifiedBy, actor.userId] : entry.rectifiedBy;
  const now = new Date();
  await tx.ledgerEntry.updateMany({
    where: { id: entryId },
    data: {
      state, rectifiedBy, updatedAt: now, version: { increment: 1 },
      ...(act === "verify" ? { closedBy: actor.userId, closedAt: now } : {}),
      // Opened again, it is another round: others may rectify and verify, and its age begins anew.
      ...(act === "reopen" ? { closedBy: null, closedAt: null, rectifiedBy: [], dataMet: false, openedOn: startOfToday() } : {}),
      ...(act === "return" || act === "reopen" ? { reason: text } : {}),
    },
  });
  await logEntry(tx, actor, entry, { act, toState: state, text });
  if (act === "return" || act === "reopen") await tellOwner(tx, actor, entry, { kind: "returned", title: `${act === "return" ? "退回" : "重新打开"}：${entry.problem}` });
  return {
    value: { state, version: entry.version + 1 },
    message: act === "report" ? "进展已记录。" : `已${LEDGER_ACTS[act].label}。`,
    audit: ledgerAudit(entry, act, { from: entry.state, to: state, text, dataMet: entry.dataMet }),
    changed: ledgerPages(entry),
  };
}
