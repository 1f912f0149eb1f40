import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, type Place } from "@/lib/divisions/get-place";
import { listEvidence, type EvidenceFile } from "@/lib/evidence/list-evidence";
import { standingAt } from "@/lib/evidence/standing";
import { dayOf, shanghaiDay } from "@/lib/time";
import { ROLE_KEYS, isMemberRole, type Load, type MemberRole } from "./roles";

export type MemberView = { id: string; role: MemberRole; post: string; holder: string; unitId: string | null; version: number };
export type MeetingView = { id: string; heldOn: string; subject: string; decisions: string; version: number; evidence: EvidenceFile[] };
export type UnitLoad = Load & { id: string; name: string; member: boolean };
export type GroupView = { place: Place; year: number | null; members: MemberView[]; meetings: MeetingView[]; loads: UnitLoad[]; manages: boolean; /** A unit sees what it carries itself, not what others do. */ ownOnly: boolean; unitNames: Record<string, string> };

/** What each unit of a county carries in a year: tasks that it leads, takes part in, has completed, is late with. One query. */
export async function listLoads(tx: Tx, divisionCode: string, year: number, today: string): Promise<Omit<UnitLoad, "member">[]> {
  return tx.$queryRaw<Omit<UnitLoad, "member">[]>`
    SELECT u.id, u.name,
      count(t.id) FILTER (WHERE t.lead_unit_id = u.id)::int AS lead,
      count(t.id) FILTER (WHERE t.lead_unit_id IS DISTINCT FROM u.id)::int AS joint,
      count(t.id) FILTER (WHERE t.lead_unit_id = u.id AND t.state = 'done')::int AS done,
      count(t.id) FILTER (WHERE t.lead_unit_id = u.id AND t.due_on < ${today}::date AND t.state NOT IN ('done', 'deferred'))::int AS overdue
    FROM units u LEFT JOIN tasks t ON t.division_code = u.division_code AND t.year = ${year}::int AND t.retired_at IS NULL AND (t.lead_unit_id = u.id OR u.id = ANY (t.joint_unit_ids))
    WHERE u.division_code = ${divisionCode} AND u.retired_at IS NULL GROUP BY u.id, u.name ORDER BY lead DESC, u.name`;
}

/** What /d/[code]/plan/group shows; tasks are those of the newest year. */
export async function loadGroup(actor: Actor, code: string): Promise<GroupView> {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getOwnPlace(tx, actor, code);
    const unit = actor.office.office === "unit" ? actor.office.unitId : null;
    const year = chooseYear(place, place.years[0]?.year);
    const rows = await tx.leadingMember.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { number: "asc" } });
    const members = rows.flatMap(({ id, role, post, holder, unitId, version }): MemberView[] => (isMemberRole(role) ? [{ id, role, post, holder, unitId, version }] : []))
      .sort((a, b) => ROLE_KEYS.indexOf(a.role) - ROLE_KEYS.indexOf(b.role));
    const meetings = await tx.meeting.findMany({ where: { divisionCode: code, retiredAt: null }, orderBy: { heldOn: "desc" } });
    const evidence = can(actor, "evidence.read") ? standingAt(await listEvidence(tx, actor, "meeting", { startsWith: `${code}/` })) : [];
    const loads = year === null ? [] : await listLoads(tx, code, year, shanghaiDay(new Date()));
    return {
      place, year, members,
      meetings: meetings.map(({ id, heldOn, subject, decisions, version }) => ({ id, heldOn: dayOf(heldOn), subject, decisions, version, evidence: evidence.filter((file) => file.entityId === `${code}/${id}`) })),
      ownOnly: unit !== null, unitNames: Object.fromEntries(loads.map(({ id, name }) => [id, name])),
      loads: loads.filter((load) => unit === null || load.id === unit).map((load) => ({ ...load, member: members.some((member) => member.unitId === load.id) })),
      manages: can(actor, "plan.manage") && actor.office.divisionCode === code,
    };
  });
}
