import type { Actor } from "@/lib/access/actor";
import type { AuditEntry } from "@/lib/audit/append-event";
import type { CaseRow } from "@/lib/certification/find-case";
import { casePages } from "@/lib/certification/write-event";
import type { Tx } from "@/lib/db/with-scope";
import { addNotice } from "@/lib/notices/add-notice";

type Told = { id: string; userId: string; visitId: string };

/** The line of an appointment in the audit log of the county. */
export const expertAudit = (row: Pick<CaseRow, "divisionCode" | "id">, act: string, { id, userId, visitId }: Told, detail: Record<string, unknown>): AuditEntry =>
  ({ act: `expert.${act}`, entity: "expert", entityId: id, divisionCode: row.divisionCode, detail: { caseId: row.id, visitId, userId, ...detail } });

/** Pages on which an appointment or an opinion shows. */
export const expertPages = (row: Pick<CaseRow, "divisionCode" | "holder">, visitId: string): string[] =>
  [...casePages(row), `/d/${row.divisionCode}/certification/visits/${visitId}`, "/visits", `/visits/${visitId}`];

/** Tells the expert, who has no place: the notice lies with the body that appointed. */
export async function tellExpert(tx: Tx, actor: Actor, { id, userId }: Told, kind: "assigned" | "returned", title: string): Promise<void> {
  await addNotice(tx, actor, { divisionCode: actor.office.divisionCode, userId }, { kind, title, href: "/visits", entity: "expert", entityId: id });
}
