import { whatIf } from "@/lib/evaluation/planner/what-if";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { Thresholds } from "@/lib/evaluation/evaluate-school";
import { inProportion, schoolAtStandard } from "@/lib/planner/scenario";
import { STAGE_NAME, STAGES, type Stage } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import { gradesOf } from "./project";

/** A school that closes on a day and the one that it is merged into, where that is on record. */
export type Closing = { schoolId: string; name: string; day: string; intoId: string | null };
/** A school that is to be handed over on a day, from the 建设项目库. */
export type Opening = { name: string; stage: Stage; places: number; day: string };
/** Something on record that is not counted, and why. */
export type Left = { name: string; day: string; why: string };
/** `seats`: those of the 学位供需表 for the target year, without new ones; null: the table has none. */
export type Roster = { closings: Closing[]; openings: Opening[]; left: Left[]; seats: Record<Stage, number | null> };
export const NO_ROSTER: Roster = { closings: [], openings: [], left: [], seats: { primary: null, junior: null } };

/** What became of the roster: what was counted in words, with the pupils of a new school, and what could not be. */
export type Counted = { name: string; day: string; pupils: number | null; text: string };
export type RosterChange = { schools: SchoolFacts[]; counted: Counted[]; left: Left[] };

const pupilsIn = (schools: readonly SchoolFacts[], stage: Stage) => schools.filter(({ kind }) => stagesOf(kind).includes(stage)).reduce((sum, { students }) => sum + (students[stage] ?? 0), 0);
const byDay = <T extends { day: string; name: string }>(list: readonly T[]): T[] => [...list].sort((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? -1 : 1));

/** Its pupils go to the other schools of their stage in proportion to theirs; null where there is no such school. */
function dissolve(schools: readonly SchoolFacts[], closed: SchoolFacts): SchoolFacts[] | null {
  let rest = schools.filter(({ code }) => code !== closed.code);
  for (const stage of stagesOf(closed.kind)) {
    const leaving = closed.students[stage] ?? 0;
    if (leaving === 0) continue;
    const takers = rest.filter(({ kind, students }) => stagesOf(kind).includes(stage) && (students[stage] ?? 0) > 0);
    if (takers.length === 0) return null;
    const shares = new Map(gradesOf(leaving, takers.map(({ students }) => students[stage] ?? 0), takers.length).map((more, at) => [takers[at]?.code, more]));
    rest = rest.map((facts) => ({ ...facts, students: { ...facts.students, [stage]: facts.students[stage] === null ? null : (facts.students[stage] ?? 0) + (shares.get(facts.code) ?? 0) } }));
  }
  return rest;
}

/**
 * The county with the closings and openings that are on record until a day, in the order of their days, after enrolment was projected (测算).
 *
 * Counted: a school that is merged into another of the county takes its pupils, classes and teachers there; its premises, equipment and
 * rooms are left behind. A school that closes without a receiver gives its pupils to the other schools of the stage in proportion to
 * theirs; its teachers and premises are left out. A new school of the 建设项目库 fills its seats as all seats of the stage are then
 * filled, pupils ÷ (seats of the 学位供需表 + new seats), at most wholly (without such a table the present pupils stand for the seats);
 * its pupils come from the other schools of the stage in proportion, and in all seven indicators it has what `fitted` says for them,
 * since none of them is on record: the projection takes the standard and the county's mean, and its range holds both.
 * Closings are those of 学校名录, which takes a closing when it has happened: mergers that are only intended are nowhere on record.
 * Not counted: new schools without seats, schools that are registered to open without a project, paused projects, buildings that
 * name no school, no shortfall or no area, and anything after the day. Pupils of the county are the same before and after.
 */
export function withRoster(schools: readonly SchoolFacts[], codeOf: ReadonlyMap<string, string>, roster: Roster, fitted: Thresholds): RosterChange {
  let now = [...schools];
  const counted: Counted[] = [];
  const left = [...roster.left];
  for (const { schoolId, name, day, intoId } of byDay(roster.closings)) {
    const closed = now.find(({ code }) => code === codeOf.get(schoolId));
    const host = intoId === null ? null : now.find(({ code }) => code === codeOf.get(intoId));
    if (!closed) continue;
    if (host === undefined) { left.push({ name, day, why: "并入的学校没有审定数据或已先停办" }); continue; }
    const merged = host ? whatIf(now, [{ kind: "merger", code: closed.code, into: host.code, keepsPremises: false }]) : null;
    const after = merged ? (merged.refused.length > 0 ? null : merged.schools) : dissolve(now, closed);
    if (!after) { left.push({ name, day, why: host ? `${host.name}没有相应学段` : "没有其他学校可以接收学生" }); continue; }
    now = after;
    counted.push({ name, day, pupils: null, text: host ? `并入${host.name}：学生和教师随转，校舍、设备和教室不计` : "停办，没有登记并入的学校：学生按各校在校生比例分到其他学校，教师和校舍不计" });
  }
  for (const stage of STAGES) {
    const openings = byDay(roster.openings.filter((one) => one.stage === stage));
    const pupils = pupilsIn(now, stage);
    const places = openings.reduce((sum, one) => sum + one.places, 0);
    const filled = Math.min(1, pupils / ((roster.seats[stage] ?? pupils) + places));
    for (const [at, { name, day, places: own }] of openings.entries()) {
      const entering = Math.round(own * filled);
      const from = entering > 0 ? inProportion(now, stage, entering) : [];
      if (from.length === 0) { left.push({ name, day, why: `没有可以转入的${STAGE_NAME[stage]}学生` }); continue; }
      const taken = new Map(from.map((one) => [one.code, one.students[stage] ?? 0]));
      const built = { ...schoolAtStandard(stage, entering, 100, fitted), code: `00${stage === "primary" ? 1 : 2}${String(at).padStart(7, "0")}`, name };
      now = [...now.map((facts) => (taken.has(facts.code) ? { ...facts, students: { ...facts.students, [stage]: (facts.students[stage] ?? 0) - (taken.get(facts.code) ?? 0) } } : facts)), built];
      counted.push({ name, day, pupils: entering, text: `新建${STAGE_NAME[stage]} ${own.toLocaleString("zh-CN")} 个学位，学生从其他学校按在校生比例转入，七项指标按标准值和全县平均值两种配置测算` });
    }
  }
  return { schools: now, counted, left };
}
