import type { Actor } from "@/lib/access/actor";
import { findCase, handOf } from "@/lib/certification/find-case";
import { findOwnVisit } from "@/lib/certification/find-visit";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";

/** The case of an appointment of this person's own body, locked, whatever is being decided in it: an appointment can be ended at any time. @throws AppError notFound, state. */
async function findOwnCase(tx: Tx, actor: Actor, { caseId, issuerCode }: { caseId: string; issuerCode: string }) {
  const row = await findCase(tx, caseId, true);
  const hand = handOf(actor, row.divisionCode);
  if (hand.level === null || hand.ownCounty || issuerCode !== actor.office.divisionCode) throw new AppError("state", "聘请由安排这次实地核查的督导机构办理。");
  return row;
}

/** An appointment that stands, by the version that the reader saw: of a visit that this person's body may still write in, or of its own to be ended. @throws AppError notFound, state, conflict. */
export async function findAppointment(tx: Tx, actor: Actor, { id, version }: { id: string; version: number }, to: "change" | "end") {
  const seen = await tx.certificationExpert.findUnique({ where: { id }, select: { visitId: true, caseId: true, issuerCode: true } });
  if (!seen) throw notFoundError();
  const row = to === "end" ? await findOwnCase(tx, actor, seen) : (await findOwnVisit(tx, actor, seen.visitId)).row;
  // The case is locked now: of two colleagues one comes second and sees what the first did.
  const found = await tx.certificationExpert.findUnique({ where: { id }, select: { id: true, visitId: true, userId: true, name: true, task: true, fromOn: true, untilOn: true, state: true, version: true } });
  if (!found) throw notFoundError();
  if (found.state === "ended") throw new AppError("state", "这项聘请已经结束。");
  if (found.version !== version) throw new AppError("conflict", "这项聘请刚被同事修改，请刷新后核对。", {}, { version: found.version });
  return { row, appointment: { ...found, fromOn: dayOf(found.fromOn), untilOn: dayOf(found.untilOn) } };
}
