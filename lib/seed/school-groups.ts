import type { ClientBase } from "pg";
import { countyDesk } from "./demo-accounts";
import { insertRows, type Row } from "./insert";
import { placeNames } from "./names";
import { prng } from "./prng";

type School = { id: string; kind: string; area: string };
type Kind = "community" | "conglomerate" | "zone";

/** 西吉: 11 共同体 and two 集团 (seed: X6); 崇明: 学区 and 集团 (seed: C5); elsewhere a few. Names are invented. */
const PLAN: Record<string, [kind: Kind, count: number][]> = { "640422": [["community", 11], ["conglomerate", 2]], "310151": [["zone", 5], ["conglomerate", 3]] };
const ELSEWHERE: [Kind, number][] = [["community", 4]];
const NAME: Record<Kind, string> = { community: "城乡学校共同体", conglomerate: "教育集团", zone: "学区" };
const AREA_RANK: Record<string, number> = { urban: 0, town: 1, rural: 2 };

/** Groups led by town schools, each with rural ones; one school has moved from the first to the second. */
export function groupRows(county: string, schools: School[]): { groups: Row[]; members: Row[] } {
  const name = placeNames(prng(`groups:${county}`));
  const leads = [...schools].sort((a, b) => (AREA_RANK[a.area] ?? 3) - (AREA_RANK[b.area] ?? 3) || (a.id < b.id ? -1 : 1));
  const groups: Row[] = [];
  const members: Row[] = [];
  for (const [kind, count] of PLAN[county] ?? ELSEWHERE) {
    const leading = leads.slice(0, count);
    const others = schools.filter((school) => !leading.includes(school)).slice(0, kind === "conglomerate" ? count * 2 : undefined);
    for (const [at, lead] of leading.entries()) {
      const id = `g${county}-${kind}-${at + 1}`;
      const startsOn = kind === "conglomerate" ? "2021-09-01" : "2022-09-01";
      groups.push({ id, division_code: county, kind, name: `${name()}${NAME[kind]}（演示）`, starts_on: startsOn, ended_on: null, updated_by: countyDesk(county) });
      const joined = [lead, ...others.filter((_, index) => index % count === at)];
      members.push(...joined.map((school, index) => ({ id: `${id}-${index + 1}`, group_id: id, division_code: county, school_id: school.id, kind, lead: index === 0, joined_on: startsOn, left_on: null })));
    }
    const moved = members.filter((member) => member.kind === kind && member.group_id === `g${county}-${kind}-1` && !member.lead).at(-1);
    if (count > 1 && moved && kind === "community") {
      moved.left_on = "2025-09-01";
      members.push({ ...moved, id: `${String(moved.id)}-b`, group_id: `g${county}-${kind}-2`, joined_on: "2025-09-01", left_on: null });
    }
  }
  return { groups, members };
}

/** The groups of a county. */
export async function seedSchoolGroups(client: ClientBase, county: string): Promise<void> {
  const { rows } = await client.query<School>("SELECT id, kind, coalesce(area_type, '') AS area FROM schools WHERE division_code = $1 AND kind NOT IN ('vocational', 'special') ORDER BY id", [county]);
  const { groups, members } = groupRows(county, rows);
  await insertRows(client, "school_groups", groups);
  await insertRows(client, "school_group_members", members);
}
