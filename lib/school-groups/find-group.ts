import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import type { Tx } from "@/lib/db/with-scope";
import { AppError, notFoundError } from "@/lib/errors";
import { dayOf } from "@/lib/time";
import { isGroupKind, type GroupKind, type Standing } from "./rules";

export type Member = { id: string; schoolId: string; lead: boolean; joinedOn: string; leftOn: string | null };
export type Group = { id: string; divisionCode: string; kind: GroupKind; name: string; startsOn: string; endedOn: string | null; version: number; members: Member[] };

export const GROUP_SELECT = { id: true, divisionCode: true, kind: true, name: true, startsOn: true, endedOn: true, version: true, members: { select: { id: true, schoolId: true, lead: true, joinedOn: true, leftOn: true } } } as const;
type Dated = { joinedOn: Date; leftOn: Date | null };
type Raw = Omit<Group, "kind" | "startsOn" | "endedOn" | "members"> & { kind: string; startsOn: Date; endedOn: Date | null; members: (Omit<Member, "joinedOn" | "leftOn"> & Dated)[] };

export function toGroup(row: Raw): Group {
  if (!isGroupKind(row.kind)) throw new AppError("state");
  const members = row.members.map((member) => ({ ...member, joinedOn: dayOf(member.joinedOn), leftOn: member.leftOn ? dayOf(member.leftOn) : null }));
  return { ...row, kind: row.kind, startsOn: dayOf(row.startsOn), endedOn: row.endedOn ? dayOf(row.endedOn) : null, members: members.sort((a, b) => Number(b.lead) - Number(a.lead) || (`${a.joinedOn}${a.schoolId}` < `${b.joinedOn}${b.schoolId}` ? -1 : 1)) };
}

/** All changes of a county's groups come one after the other: who is where concerns several groups. */
export const lockGroups = (tx: Tx, divisionCode: string) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`groups:${divisionCode}`}))`;

/** A group of the actor's own county that has not ended, locked and fresh. */
export async function holdGroup(tx: Tx, actor: Actor, { groupId, version }: { groupId: string; version: number }): Promise<Group> {
  const found = await tx.schoolGroup.findUnique({ where: { id: groupId }, select: { divisionCode: true } });
  if (!found) throw notFoundError();
  assertOwnCounty(actor, found.divisionCode);
  await lockGroups(tx, found.divisionCode);
  const row = await tx.schoolGroup.findUnique({ where: { id: groupId }, select: GROUP_SELECT });
  if (!row) throw notFoundError();
  const group = toGroup(row);
  if (group.endedOn !== null) throw new AppError("state", `“${group.name}”已经结束，不能再变动。`);
  if (group.version !== version) throw new AppError("conflict", "成员刚被他人变动，请刷新后核对。", {}, { version: group.version });
  return group;
}

/** Where a school stands or has stood. */
export async function standingsOf(tx: Tx, schoolId: string): Promise<Standing[]> {
  const rows = await tx.schoolGroupMember.findMany({ where: { schoolId }, select: { groupId: true, kind: true, joinedOn: true, leftOn: true, group: { select: { name: true } } } });
  return rows.flatMap(({ kind, group, ...row }) => (isGroupKind(kind) ? [{ groupId: row.groupId, kind, group: group.name, joinedOn: dayOf(row.joinedOn), leftOn: row.leftOn ? dayOf(row.leftOn) : null }] : []));
}

export const groupPages = ({ id, divisionCode }: { id: string; divisionCode: string }): string[] => [`/d/${divisionCode}/groups`, `/d/${divisionCode}/groups/${id}`];
export const groupAudit = ({ id, divisionCode, name }: { id: string; divisionCode: string; name: string }, act: string, detail: Record<string, unknown>) => ({ act: `school-group.${act}`, entity: "school-group", entityId: id, divisionCode, detail: { name, ...detail } });
