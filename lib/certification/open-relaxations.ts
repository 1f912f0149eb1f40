import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import type { CaseRow } from "./find-case";
import { threeYearsAfter } from "./monitoring";
import { relaxedIn } from "./relaxed";
import { getSnapshot } from "./take-snapshot";

/** With the recognition begins the countdown of every school that met an item by a relaxation only. Returns how many. */
export async function openRelaxations(tx: Tx, actor: Actor, row: CaseRow, recognisedOn: string): Promise<number> {
  const { inputs } = await getSnapshot(tx, row.id, row.round);
  const dueOn = toDate(threeYearsAfter(recognisedOn));
  const rows = relaxedIn(inputs).map((one) => ({ id: randomUUID(), caseId: row.id, divisionCode: row.divisionCode, issuerCode: actor.office.divisionCode, ...one, dueOn, updatedBy: actor.userId }));
  return (await tx.certificationRelaxation.createMany({ data: rows, skipDuplicates: true })).count;
}
