import { scopeOf, type Actor } from "@/lib/access/actor";
import { withScope, type Tx } from "@/lib/db/with-scope";
import { chooseYear, getPlace, type Place } from "@/lib/divisions/get-place";
import { decomposeCounty, type YearSchool } from "@/lib/evaluation/decompose";
import { exclusionReason } from "@/lib/evaluation/sections";
import { INDICATOR_KEYS, STAGES, type Stage } from "@/lib/standard/indicators";
import { listRecognisedYears } from "@/lib/results/list-recognised-years";
import { recognisedUntil } from "@/lib/results/trend";
import { shanghaiDay } from "@/lib/time";
import { listAreaYears } from "./list-area-years";
import { listMeasures } from "./list-measures";
import { listRoster } from "./list-roster";
import { GRADES, transitionOf, type Grades } from "./project";
import { LONGEST, projectCounty } from "./project-county";
import { listCountyYears, listGrades, readYears, type CountyYear, type SchoolGrades } from "./read-years";

const ALL = STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => ({ stage, key })));

/** A school's pupils by grade where its form holds every grade. */
function gradesIn(own: SchoolGrades, stage: Stage): number[] | null {
  const list = GRADES[stage].map((grade) => own[`${stage}.${grade}`]);
  return list.some((pupils) => pupils !== undefined) && !list.includes(null) ? list.map((pupils) => pupils ?? 0) : null;
}

/** The county's 七年级; null where there is none, or a class of it is not filled in. */
function entrantsOf(schools: readonly SchoolGrades[]): number | null {
  const known = schools.flatMap((own) => { const pupils = own["junior.七年级"]; return pupils === undefined ? [] : [pupils]; });
  return known.length === 0 || known.includes(null) ? null : known.reduce<number>((sum, pupils) => sum + (pupils ?? 0), 0);
}

/** To the county's target year from its newest whole year; null where there is no target ahead or nothing to start from. */
async function project(tx: Tx, code: string, base: CountyYear | undefined, schools: readonly YearSchool[], target: number | null) {
  if (!base || target === null || target <= base.year || target > base.year + LONGEST) return null;
  const { schools: bySchool, leavers } = await listGrades(tx, code, base.year);
  let [filled, assessed] = [0, 0];
  const cohorts = schools.map(({ id, facts }) => {
    const own = bySchool[id] ?? {};
    const grades: Grades = { primary: gradesIn(own, "primary"), junior: gradesIn(own, "junior") };
    if (exclusionReason(facts, base.standard.readings) === null) {
      assessed += 1;
      filled += Number(grades.primary !== null || grades.junior !== null);
    }
    return { id, facts, grades };
  });
  const transition = transitionOf(leavers, entrantsOf(Object.values(bySchool)));
  return { ...projectCounty(cohorts, transition, await listMeasures(tx, code, base.year), base.standard, base.year, target, await listRoster(tx, code, base.year, target)), byGrade: filled, schools: assessed, transition };
}

/** The projection alone, for a sheet that names it. */
export async function loadProjection(tx: Tx, code: string, target: number) {
  const base = (await listCountyYears(tx, code)).findLast((one) => one.whole);
  return project(tx, code, base, base ? ((await readYears(tx, code, [base.year])).get(base.year) ?? []) : [], target);
}

async function loadCounty(tx: Tx, place: Place, year: number) {
  const { code } = place;
  const years = await listCountyYears(tx, code);
  const goal = await tx.countyGoal.findUnique({ where: { divisionCode: code }, select: { targetYear: true, source: true, draft: true } });
  const now = years.find((one) => one.year === year && one.whole);
  const before = years.find((one) => one.year === year - 1 && one.whole);
  const base = years.findLast((one) => one.whole);
  const facts = await readYears(tx, code, [...new Set([year, year - 1, base?.year ?? year])]);
  const changes = now && before ? decomposeCounty(facts.get(year - 1) ?? [], facts.get(year) ?? [], now.standard.readings, ALL) : null;
  const projection = await project(tx, code, base, facts.get(base?.year ?? year) ?? [], goal?.targetYear ?? null);
  return { place, year, kind: "county" as const, years, now, changes, goal, projection };
}
export type CountyTimeView = Awaited<ReturnType<typeof loadCounty>>;

async function loadArea(tx: Tx, place: Place, year: number) {
  const { since, places } = await listRecognisedYears(tx, place.code);
  const thisYear = Number(shanghaiDay(new Date()).slice(0, 4));
  const recognised = (of: number) => (of > thisYear ? null : recognisedUntil(places, since, of));
  const { counties, years, over } = await listAreaYears(tx, place.code);
  return { place, year, kind: "area" as const, counties, over, years: years.map((one) => ({ ...one, recognised: recognised(one.year) })) };
}
export type AreaTimeView = Awaited<ReturnType<typeof loadArea>>;

/** Everything that /d/[code]/time shows, in one transaction. */
export async function loadTime(actor: Actor, code: string, asked: number | undefined) {
  return withScope(scopeOf(actor), async (tx) => {
    const place = await getPlace(tx, actor, code);
    const year = chooseYear(place, asked);
    if (year === null) return { place, year, kind: "empty" as const };
    return place.level === "county" ? loadCounty(tx, place, year) : loadArea(tx, place, year);
  });
}
