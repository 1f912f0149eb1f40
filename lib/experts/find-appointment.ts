import type { Actor } from "@/lib/access/actor";
import { findOwnVisit } from "@/lib/certification/find-visit";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";

/** An appointment that stands, of a visit that this person's body may still write in, by the version that the reader saw. @throws AppError notFound, state, conflict. */
export async function findAppointment(tx: Tx, actor: Actor, { id, version }: { id: string; version: number }) {
  const seen = await tx.certificationExpert.findUnique({ where: { id }, select: { visitId: true } });
  if (!seen) throw notFoundError();
  const { row } = await findOwnVisit(tx, actor, seen.visitId);
  // The case is locked now: of two colleagues one comes second and sees what the first did.
  const found = await tx.certificationExpert.findUnique({ where: { id }, select: { id: true, visitId: true, userId: true, name: true, task: true, fromOn: true, untilOn: true, state: true, version: true } });
  if (!found) throw notFoundError();
  if (found.state === "ended") throw new AppError("state", "这项聘请已经结束。");
  if (found.version !== version) throw new AppError("conflict", "这项聘请刚被同事修改，请刷新后核对。", {}, { version: found.version });
  return { row, appointment: { ...found, fromOn: dayOf(found.fromOn), untilOn: dayOf(found.untilOn) } };
}
