import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope } from "@/lib/db/with-scope";
import type { Place } from "@/lib/divisions/get-place";
import type { PlanText } from "./rules";
import { planText } from "./schema";

export type Edition = { number: number; sections: PlanText; documentNumber: string; issuedOn: string | null; version: number };
export type ImplementationView = { place: Place; editions: Edition[]; manages: boolean };

/** Every edition of a county's 实施方案 that the reader may see, newest first. */
export async function loadImplementation(actor: Actor, code: string): Promise<ImplementationView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const rows = await tx.implementationPlan.findMany({ where: { divisionCode: code }, orderBy: { number: "desc" }, select: { number: true, sections: true, documentNumber: true, issuedOn: true, version: true } });
    return { place, manages: can(actor, "task.manage") && actor.office.divisionCode === code, editions: rows.map((row) => ({ ...row, sections: planText.parse(row.sections), issuedOn: row.issuedOn?.toISOString().slice(0, 10) ?? null })) };
  });
}
