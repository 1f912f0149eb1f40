import { scopeOf, type Actor } from "@/lib/access/actor";
import { can } from "@/lib/access/permissions";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";
import { getCountyResults } from "@/lib/results/get-county-results";
import { listSections } from "@/lib/results/list-sections";
import { shanghaiDay } from "@/lib/time";
import { figuresOf } from "./figures";
import type { GroupFilters } from "./filters";
import { GROUP_SELECT, toGroup } from "./find-group";
import { listTwoKinds } from "./list-two-kinds";
import { isIn } from "./rules";

async function loadCommon(tx: Tx, actor: Actor, code: string, asked: number | undefined, filters: GroupFilters) {
  const place = await getOwnPlace(tx, actor, code);
  const year = chooseYear(place, asked);
  const today = shanghaiDay(new Date());
  // Members of a year that is over: as they stood at its end.
  const newest = place.years.find(({ complete }) => complete)?.year ?? place.years[0]?.year ?? 0;
  const day = year === null || year >= newest ? today : `${year}-12-31`;
  const schools = await tx.school.findMany({ where: { divisionCode: code, closedOn: null, kind: { not: "vocational" } }, orderBy: { code: "asc" }, select: { id: true, name: true } });
  const sections = year === null ? [] : await listSections(tx, code, year, filters.stage);
  return { place, year, day, today, filters, schools, sections, county: year === null ? null : ((await getCountyResults(tx, code, year))?.stages[filters.stage] ?? null), manages: can(actor, "group.manage") && actor.office.divisionCode === code };
}

/** The groups of a county with the figures of a stage within and between them, and its 两类学校; the number of queries does not grow with either. */
export async function loadGroups(actor: Actor, code: string, asked: number | undefined, filters: GroupFilters) {
  return withScope(scopeOf(actor), async (tx) => {
    const common = await loadCommon(tx, actor, code, asked, filters);
    const names = new Map(common.schools.map((school) => [school.id, school.name]));
    const rows = (await tx.schoolGroup.findMany({ where: { divisionCode: code }, orderBy: [{ kind: "asc" }, { startsOn: "asc" }, { id: "asc" }], select: GROUP_SELECT })).map(toGroup);
    const groups = rows.filter((group) => isIn({ joinedOn: group.startsOn, leftOn: group.endedOn }, common.day)).map((group) => {
      const members = group.members.filter((member) => isIn(member, common.day));
      const ids = new Set(members.map(({ schoolId }) => schoolId));
      return { ...group, members, lead: names.get(members.find((member) => member.lead)?.schoolId ?? "") ?? "未指定", figures: figuresOf(common.sections.filter((section) => ids.has(section.schoolId)), filters.stage) };
    });
    return { ...common, groups, ended: rows.filter((group) => group.endedOn !== null && group.endedOn <= common.day).length, kinds: common.year === null ? [] : await listTwoKinds(tx, code, common.year) };
  });
}
export type GroupsView = Awaited<ReturnType<typeof loadGroups>>;

/** One group: its members with their figures, those who have left, and what may be changed. */
export async function loadGroup(actor: Actor, code: string, id: string, asked: number | undefined, filters: GroupFilters) {
  return withScope(scopeOf(actor), async (tx) => {
    const common = await loadCommon(tx, actor, code, asked, filters);
    const row = await tx.schoolGroup.findUnique({ where: { id, divisionCode: code }, select: GROUP_SELECT });
    if (!row) throw notFoundError();
    const group = toGroup(row);
    const names = new Map((await tx.school.findMany({ where: { id: { in: group.members.map(({ schoolId }) => schoolId) } }, select: { id: true, name: true } })).map((school) => [school.id, school.name]));
    const members = group.members.map((member) => ({ ...member, school: names.get(member.schoolId) ?? "", present: isIn(member, common.day), section: common.sections.find((section) => section.schoolId === member.schoolId) ?? null }));
    const present = new Set(members.filter((member) => member.present).map(({ schoolId }) => schoolId));
    return { ...common, group, members, figures: figuresOf(common.sections.filter((section) => present.has(section.schoolId)), filters.stage) };
  });
}
export type GroupView = Awaited<ReturnType<typeof loadGroup>>;
