import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { assertOwnCounty } from "@/lib/calendar/assert-own-county";
import { toDate } from "@/lib/calendar/schema";
import type { Tx } from "@/lib/db/with-scope";
import { AppError } from "@/lib/errors";
import { groupAudit, groupPages, lockGroups, standingsOf } from "./find-group";
import { refuseJoin } from "./rules";
import type { GroupInput } from "./schema";

/** A new group with its lead school as first member. */
export async function createGroup(tx: Tx, actor: Actor, { divisionCode, kind, name, leadSchoolId, startsOn }: GroupInput) {
  assertOwnCounty(actor, divisionCode);
  await lockGroups(tx, divisionCode);
  if ((await tx.schoolGroup.count({ where: { divisionCode, name, endedOn: null } })) > 0) throw new AppError("invalid", undefined, { name: "本县已有同名的共同体、集团或学区。" });
  if (!(await tx.school.findUnique({ where: { id: leadSchoolId, divisionCode }, select: { id: true } }))) throw new AppError("invalid", undefined, { leadSchoolId: "请从本县的学校中选择。" });
  const id = randomUUID();
  const refusal = refuseJoin({ groupId: id, kind, joinedOn: startsOn, leftOn: null }, await standingsOf(tx, leadSchoolId));
  if (refusal) throw new AppError("invalid", undefined, { leadSchoolId: refusal });
  const group = { id, divisionCode, kind, name };
  await tx.schoolGroup.create({ data: { ...group, startsOn: toDate(startsOn), updatedBy: actor.userId } });
  await tx.schoolGroupMember.create({ data: { id: randomUUID(), groupId: id, divisionCode, schoolId: leadSchoolId, kind, lead: true, joinedOn: toDate(startsOn) } });
  return { value: { id }, message: `“${name}”已建立，请添加成员学校。`, audit: groupAudit(group, "create", { kind, leadSchoolId, startsOn }), changed: groupPages(group) };
}
