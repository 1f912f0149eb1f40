import { CLASS_LIMIT, STAGES, type Stage } from "@/lib/standard/indicators";

/** What schools are like beyond the seven indicators, from approved facts. Pure. seed: X2, X4, X5, X17, C5. */

/** 大班额 is 56 pupils and more, 超大班额 66 and more (教育部 消除大班额). */
export const LARGE_CLASS = 56;
export const HUGE_CLASS = 66;
/** 政府保障 4: pupils of a school; nine years in one school 2,500. */
export const SIZE_LIMIT = { single: 2_000, combined: 2_500 };

export const SAFETY = { guards: "专职保安员", closedCampus: "封闭化管理", alarms: "一键报警和视频监控", crossingGuards: "护学岗" } as const;
export type SafetyKey = keyof typeof SAFETY;
export const SAFETY_KEYS = Object.keys(SAFETY) as SafetyKey[];

export type SchoolCondition = {
  id: string; name: string; combined: boolean; rural: boolean; private: boolean; boarding: boolean | null;
  students: Record<Stage, number | null>; classes: Record<Stage, number[] | null>;
  safety: Record<SafetyKey, boolean | null>; counsellors: number | null; interactiveRooms: number | null;
};

export type CrowdedSchool = { id: string; name: string; over: number; large: number; huge: number; most: number };
export type ClassCount = { classes: number; over: number; large: number; huge: number };
export type SafetyCount = { key: SafetyKey; met: number; asked: number; failing: { id: string; name: string }[] };
export type TwoKinds = { kind: "small" | "boarding"; schools: number; withCounsellor: number; without: { id: string; name: string }[] };
export type Conditions = {
  schools: number;
  classes: Record<Stage, ClassCount>;
  crowded: CrowdedSchool[];
  oversized: { id: string; name: string; students: number; limit: number }[];
  empty: { id: string; name: string }[];
  safety: SafetyCount[];
  twoKinds: TwoKinds[];
  counsellors: { total: number; schoolsWithout: number; unknown: number };
  interactiveRooms: { total: number; unknown: number };
  /** Pupils of compulsory education in private schools and in all; null where some school has not said. */
  privateShare: { pupils: number; all: number };
};

/** 小规模学校: below 100 pupils; 两类学校 are these in the country and boarding schools there (崇明 C5). */
const SMALL = 100;
const pupilsOf = (school: SchoolCondition): number | null => {
  const known = STAGES.map((stage) => school.students[stage]).filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
};
const named = ({ id, name }: SchoolCondition) => ({ id, name });
const overOf = (school: SchoolCondition, least: (stage: Stage) => number) => STAGES.reduce((sum, stage) => sum + (school.classes[stage] ?? []).filter((pupils) => pupils >= least(stage)).length, 0);

function twoKinds(kind: TwoKinds["kind"], schools: SchoolCondition[]): TwoKinds {
  const without = schools.filter((school) => school.counsellors === 0);
  return { kind, schools: schools.length, withCounsellor: schools.filter((school) => (school.counsellors ?? 0) > 0).length, without: without.map(named) };
}

/** The conditions of a county's schools; what a school has not said is counted as not said, never as zero or as met. */
export function rollUp(schools: SchoolCondition[]): Conditions {
  const classes = (stage: Stage): ClassCount => {
    const all = schools.flatMap((school) => school.classes[stage] ?? []);
    return { classes: all.length, over: all.filter((pupils) => pupils > CLASS_LIMIT[stage]).length, large: all.filter((pupils) => pupils >= LARGE_CLASS).length, huge: all.filter((pupils) => pupils >= HUGE_CLASS).length };
  };
  const crowded = schools.map((school): CrowdedSchool => ({
    id: school.id, name: school.name, over: overOf(school, (stage) => CLASS_LIMIT[stage] + 1), large: overOf(school, () => LARGE_CLASS), huge: overOf(school, () => HUGE_CLASS),
    most: Math.max(0, ...STAGES.flatMap((stage) => school.classes[stage] ?? [])),
  })).filter((school) => school.over > 0).sort((a, b) => b.huge - a.huge || b.large - a.large || b.over - a.over || b.most - a.most);
  const oversized = schools.flatMap((school) => {
    const students = pupilsOf(school);
    const limit = school.combined ? SIZE_LIMIT.combined : SIZE_LIMIT.single;
    return students !== null && students > limit ? [{ ...named(school), students, limit }] : [];
  }).sort((a, b) => b.students - a.students);
  const small = schools.filter((school) => school.rural && (pupilsOf(school) ?? SMALL) < SMALL);
  const known = schools.flatMap((school) => school.counsellors ?? []);
  const rooms = schools.flatMap((school) => school.interactiveRooms ?? []);
  const sum = (list: number[]) => list.reduce((total, value) => total + value, 0);
  return {
    schools: schools.length,
    classes: { primary: classes("primary"), junior: classes("junior") },
    crowded, oversized,
    empty: schools.filter((school) => pupilsOf(school) === 0).map(named),
    safety: SAFETY_KEYS.map((key) => ({ key, met: schools.filter((school) => school.safety[key] === true).length, asked: schools.filter((school) => school.safety[key] !== null).length, failing: schools.filter((school) => school.safety[key] === false).map(named) })),
    twoKinds: [twoKinds("small", small), twoKinds("boarding", schools.filter((school) => school.rural && school.boarding === true))],
    counsellors: { total: sum(known), schoolsWithout: known.filter((count) => count === 0).length, unknown: schools.length - known.length },
    interactiveRooms: { total: sum(rooms), unknown: schools.length - rooms.length },
    privateShare: { pupils: sum(schools.filter((school) => school.private).map((school) => pupilsOf(school) ?? 0)), all: sum(schools.map((school) => pupilsOf(school) ?? 0)) },
  };
}

/** The years of an elimination plan with how many schools each takes, and how many no year takes. */
export function planByYear(schools: string[], years: Map<string, number>): { years: { year: number; schools: number }[]; unplanned: number } {
  const counts = new Map<number, number>();
  for (const id of schools) {
    const year = years.get(id);
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const listed = [...counts].sort(([a], [b]) => a - b).map(([year, count]) => ({ year, schools: count }));
  return { years: listed, unplanned: schools.length - listed.reduce((sum, entry) => sum + entry.schools, 0) };
}
