import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/with-scope";
import { addNotice, type NoticeInput } from "@/lib/notices/add-notice";
import type { LedgerOwner } from "./rules";

type Entry = { id: string; divisionCode: string; schoolId: string | null; owner: LedgerOwner; unitId: string | null };

/** Tells whoever has to rectify: the school, the unit, or the bureau. Nobody is told of an own act. */
export async function tellOwner(tx: Tx, actor: Actor, { id, divisionCode, schoolId, owner, unitId }: Entry, { kind, title }: Pick<NoticeInput, "kind" | "title">): Promise<void> {
  const { office } = actor;
  const about = { kind, title, entity: "ledger", entityId: id };
  if (owner === "school" && schoolId !== null) {
    if (office.schoolId !== schoolId) await addNotice(tx, actor, { divisionCode, schoolId }, { ...about, href: `/s/${schoolId}/ledger/${id}` });
    return;
  }
  const own = owner === "unit" ? office.unitId === unitId : office.office === "education" && office.level === "county";
  if (!own) await addNotice(tx, actor, { divisionCode, unitId }, { ...about, href: `/d/${divisionCode}/ledger/${id}` });
}
