import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { getPlace } from "@/lib/divisions/get-place";
import { listAccounts } from "./list-accounts";
import type { AccountFilters } from "./list-filters";
import { managersOf } from "./manager";
import { choicesOf, type Choice, type LevelKey } from "./rules";

export type PlaceOption = { code: string; name: string; level: LevelKey };
export type SchoolOption = { id: string; code: string; name: string; filler: boolean; principal: boolean };

const LENGTH: Partial<Record<LevelKey, number>> = { province: 2, city: 4, county: 6 };

/** The places that may be chosen, a few hundred at most; a system administrator types the code below the provinces. */
async function placesFor(tx: Tx, actor: Actor, choices: Choice[]): Promise<PlaceOption[]> {
  const wide = actor.office.divisionCode === "cn";
  const levels = [...new Set(choices.map(({ level }) => level))].filter((level) => LENGTH[level] && (!wide || level === "province"));
  const rows = await tx.division.findMany({
    where: { level: { in: levels }, ...(wide ? {} : { code: { startsWith: actor.office.divisionCode } }) },
    orderBy: { code: "asc" },
    select: { code: true, name: true, level: true },
  });
  return rows.flatMap(({ code, name, level }) => levels.filter((known) => known === level).map((known) => ({ code, name, level: known })));
}

/** The county's schools that are open, and which of their offices somebody holds. */
async function schoolsOf(tx: Tx, county: string): Promise<SchoolOption[]> {
  return tx.$queryRaw<SchoolOption[]>`
    SELECT s.id, s.code, s.name, coalesce(bool_or(m.office = 'filler'), false) AS filler, coalesce(bool_or(m.office = 'principal'), false) AS principal
    FROM schools s LEFT JOIN memberships m ON m.school_id = s.id AND m.level = 'school' AND m.retired_at IS NULL AND (m.ends_on IS NULL OR m.ends_on >= current_date)
    WHERE s.division_code COLLATE "C" = ${county} AND s.closed_on IS NULL GROUP BY s.id ORDER BY s.code COLLATE "C"`;
}

/** What a position can be chosen from: the kinds that the person fills, places, schools, units. */
export async function positionOptions(tx: Tx, actor: Actor) {
  const { office } = actor;
  const choices = managersOf(actor).flatMap(choicesOf);
  const county = office.level === "county" ? office.divisionCode : null;
  return {
    here: office.divisionCode,
    choices,
    places: await placesFor(tx, actor, choices),
    schools: county ? await schoolsOf(tx, county) : [],
    units: county ? await tx.unit.findMany({ where: { divisionCode: county, retiredAt: null }, orderBy: { name: "asc" }, select: { name: true, kind: true } }) : [],
  };
}
export type PositionOptions = Awaited<ReturnType<typeof positionOptions>>;

/** Everything that /accounts shows. */
export async function loadAccounts(actor: Actor, filters: AccountFilters) {
  return withScope(scopeOf(actor), async (tx) => ({
    place: await getPlace(tx, actor, actor.office.divisionCode),
    list: await listAccounts(tx, actor, filters),
    options: await positionOptions(tx, actor),
    filters,
  }));
}
export type AccountsView = Awaited<ReturnType<typeof loadAccounts>>;
