import type { Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import type { Tx } from "@/lib/db/with-scope";

/** Who approved a school's figures and when, and which approved versions before it were corrected, with the reason; a person's name only for those who manage the accounts of the county. */
export type Approval = { number: number; submittedAt: Date; approvedAt: Date | null; by: string; corrections: { number: number; reason: string; approvedAt: Date | null }[] };

const BODY = "县级教育行政部门";

export async function readApproval(tx: Tx, actor: Actor, school: { id: string; divisionCode: string }, year: number): Promise<Approval | null> {
  const versions = await tx.filingVersion.findMany({ where: { schoolId: school.id, year, decision: "approved" }, orderBy: { number: "asc" }, select: { number: true, submittedAt: true, decidedAt: true, decidedBy: true, reason: true } });
  const version = versions.at(-1);
  if (!version) return null;
  const named = version.decidedBy !== null && can(actor, "account.manage") && actor.office.level === "county" && actor.office.divisionCode === school.divisionCode;
  const person = named && version.decidedBy !== null ? await tx.user.findUnique({ where: { id: version.decidedBy }, select: { displayName: true } }) : null;
  const corrections = versions.slice(1).map(({ number, reason, decidedAt }) => ({ number, reason: reason ?? "", approvedAt: decidedAt }));
  return { number: version.number, submittedAt: version.submittedAt, approvedAt: version.decidedAt, by: person ? `${BODY}（${person.displayName}）` : BODY, corrections };
}
