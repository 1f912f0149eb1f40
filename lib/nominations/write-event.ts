import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { officeTitle } from "@/lib/access/offices";
import type { Tx } from "@/lib/db/with-scope";
import { addNotice } from "@/lib/notices/add-notice";
import type { NominationRow } from "./find-nomination";
import type { NominationAct } from "./rules";

type Where = Pick<NominationRow, "id" | "divisionCode">;
type Line = { act: NominationAct | "begin"; text?: string; documentNumber?: string };

/** One line of a nomination's course, in the transaction of the act. */
export async function logNomination(tx: Tx, actor: Actor, row: Where, { act, text = "", documentNumber = "" }: Line): Promise<void> {
  await tx.nominationEvent.createMany({ data: { id: randomUUID(), nominationId: row.id, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, byName: officeTitle(actor.office), userId: actor.userId, act, text, documentNumber } });
}

/** Tells a division of the line; nobody is told of an own act. */
export async function tellOfNomination(tx: Tx, actor: Actor, row: Where, to: string, kind: "assigned" | "returned", title: string): Promise<void> {
  if (to !== actor.office.divisionCode) await addNotice(tx, actor, { divisionCode: to }, { kind, title, href: `/d/${to}/nominations${to === row.divisionCode ? `/${row.id}` : ""}`, entity: "nomination", entityId: row.id });
}

export const nominationPages = ({ id, divisionCode }: Where): string[] => ["cn", divisionCode.slice(0, 2), divisionCode.slice(0, 4), divisionCode].flatMap((code) => [`/d/${code}/nominations`, `/d/${code}/nominations/${id}`]);
export const nominationAudit = (row: Where, act: string, detail: Record<string, unknown>) => ({ act: `nomination.${act}`, entity: "nomination", entityId: row.id, divisionCode: row.divisionCode, detail });
