import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { isDirectiveKind, isDirectiveState, type DirectiveKind, type DirectiveRole, type DirectiveState } from "./rules";

const grounds = z.array(z.object({ key: z.string(), sentence: z.string(), page: z.string() }));
type Raw = { kind: string; state: string; grounds: unknown; dueOn: Date; heldOn: Date | null };

export function toDirective<R extends Raw>(row: R): Omit<R, keyof Raw> & { kind: DirectiveKind; state: DirectiveState; grounds: z.infer<typeof grounds>; dueOn: string; heldOn: string | null } {
  if (!isDirectiveKind(row.kind) || !isDirectiveState(row.state)) throw new AppError("state");
  return { ...row, kind: row.kind, state: row.state, grounds: grounds.parse(row.grounds), dueOn: dayOf(row.dueOn), heldOn: row.heldOn ? dayOf(row.heldOn) : null };
}

/** A directive in reach, locked when it is about to change. */
export async function findDirective(tx: Tx, id: string, forUpdate = false) {
  if (forUpdate) await tx.$queryRaw`SELECT 1 FROM directives WHERE id = ${id} FOR UPDATE`;
  const row = await tx.directive.findUnique({ where: { id } });
  if (!row) throw notFoundError();
  return toDirective(row);
}

/** How the office takes part: the same office that sent it, or the place that it is addressed to. */
export function directiveRole(actor: Actor, directive: { fromCode: string; fromOffice: string; divisionCode: string }): DirectiveRole | null {
  const { divisionCode, office } = actor.office;
  if (divisionCode === directive.fromCode && office === directive.fromOffice && can(actor, "directive.send")) return "sender";
  return divisionCode === directive.divisionCode && can(actor, "directive.reply") ? "addressed" : null;
}

export const directivePages = ({ id, fromCode, divisionCode }: { id: string; fromCode: string; divisionCode: string }): string[] => [fromCode, divisionCode].flatMap((code) => [`/d/${code}/directives`, `/d/${code}/directives/${id}`]);
