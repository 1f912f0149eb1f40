import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { OFFICE_NAME } from "@/lib/access/offices";
import type { Tx } from "@/lib/db/with-scope";
import { addNotice } from "@/lib/notices/add-notice";
import type { CaseRow } from "./find-case";
import { BODY, type Stage } from "./stages";

type Line = { act: string; toStage: Stage; text: string; documentNumber?: string };
type Where = Pick<CaseRow, "id" | "divisionCode" | "stage">;

/** The body that acts, as the course of a case names it: “郑州市政府教育督导机构”. */
export const bodyName = ({ office }: Actor): string => (office.level === "nation" ? BODY.nation : `${office.divisionName}${OFFICE_NAME[office.office]}`);

/** One line of a case's course, in the transaction of the act; everybody who reads the case reads it. */
export async function logCase(tx: Tx, actor: Actor, row: Where, { act, toStage, text, documentNumber = "" }: Line): Promise<void> {
  await tx.certificationEvent.createMany({
    data: { id: randomUUID(), caseId: row.id, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, byName: bodyName(actor), userId: actor.userId, act, fromStage: row.stage, toStage, text, documentNumber },
  });
}

export const casePages = ({ divisionCode, holder }: Pick<CaseRow, "divisionCode" | "holder">): string[] => [...new Set([divisionCode, holder])].map((code) => `/d/${code}/certification`);

type Audited = Pick<CaseRow, "id" | "divisionCode" | "stage">;
const auditAt = (row: Audited, divisionCode: string, act: string, detail: Record<string, unknown>) => ({ act: `certification.${act}`, entity: "certification", entityId: row.id, divisionCode, detail: { stage: row.stage, ...detail } });

/** The common part of a case's line in the audit log, read with the county. */
export const caseAudit = (row: Audited, act: string, detail: Record<string, unknown>) => auditAt(row, row.divisionCode, act, detail);

/** The same of what is a body's own until it has decided: in the log of that body. */
export const ownAudit = (actor: Actor, row: Audited, act: string, detail: Record<string, unknown>) => auditAt(row, actor.office.divisionCode, act, { county: row.divisionCode, ...detail });

/** Tells a division that a case is in its hands, or that something in it concerns it. Nobody is told of an own act. */
export async function tellDivision(tx: Tx, actor: Actor, row: Pick<CaseRow, "id" | "divisionCode">, to: string, kind: "assigned" | "returned", title: string): Promise<void> {
  if (to === actor.office.divisionCode) return;
  await addNotice(tx, actor, { divisionCode: to }, { kind, title, href: `/d/${row.divisionCode}/certification`, entity: "certification", entityId: row.id });
}
