import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { ENTRY_SELECT, ledgerRole, toEntry } from "@/lib/ledger/find-entry";
import { DATA_MET_NAME, LEDGER_STATE_NAME, isLate, refuseLedgerAct } from "@/lib/ledger/rules";
import { toGroup, type WorkGroup, type WorkItem } from "./work-item";

/** More than a list of work can show is counted elsewhere: the ledger's own page. */
const MOST = 500;

/** Problems that wait: to verify for whoever may, to mend for whoever has to; the bureau is told only of what is late. */
export async function ledgerWork(tx: Tx, actor: Actor, today: string): Promise<WorkGroup[]> {
  if (!can(actor, "ledger.act")) return [];
  const { office } = actor;
  const rows = await tx.ledgerEntry.findMany({ where: { divisionCode: office.divisionCode, retiredAt: null, state: { in: ["open", "doing", "waiting"] } }, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: MOST, select: { ...ENTRY_SELECT, schoolName: true } });
  const verify: WorkItem[] = [];
  const mend: WorkItem[] = [];
  for (const raw of rows) {
    const entry = toEntry(raw);
    const role = ledgerRole(actor, entry);
    const overdue = isLate(entry, today);
    const base = office.level === "school" || office.office === "inspector" ? `/s/${entry.schoolId}/ledger` : `/d/${entry.divisionCode}/ledger`;
    const item: WorkItem = { key: entry.id, title: entry.problem, detail: [entry.schoolName ?? "县级", entry.dataMet ? DATA_MET_NAME : LEDGER_STATE_NAME[entry.state]].join(" · "), href: `${base}/${entry.id}`, dueOn: entry.dueOn, overdue };
    if (entry.state === "waiting") { if (refuseLedgerAct(entry, "verify", { role, userId: actor.userId }) === null) verify.push(item); }
    else if (role === "owner" || (role === "bureau" && overdue)) mend.push(item);
  }
  return [toGroup("待本人核验的整改", verify), toGroup(can(actor, "ledger.manage") ? "逾期的整改" : "要整改的问题", mend)];
}
