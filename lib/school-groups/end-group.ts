import type { Actor } from "@/lib/access/actor";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { groupAudit, groupPages, holdGroup } from "./find-group";

/** A group ends: its members are free from that day; the group and its history stay. */
export async function endGroup(tx: Tx, actor: Actor, { endedOn, ...key }: { groupId: string; version: number; endedOn: string }) {
  const group = await holdGroup(tx, actor, key);
  const latest = group.members.filter((member) => member.leftOn === null).reduce((last, member) => (member.joinedOn > last ? member.joinedOn : last), group.startsOn);
  if (endedOn < latest) throw new AppError("invalid", undefined, { endedOn: `不能早于 ${latest}（最近一所学校的加入日期）。` });
  await tx.schoolGroupMember.updateMany({ where: { groupId: group.id, leftOn: null }, data: { leftOn: toDate(endedOn) } });
  await tx.schoolGroup.update({ where: { id: group.id }, data: { endedOn: toDate(endedOn), updatedBy: actor.userId, version: { increment: 1 } } });
  return { value: { version: group.version + 1 }, message: `“${group.name}”已结束，记录保留。`, audit: groupAudit(group, "end", { endedOn }), changed: groupPages(group) };
}
