import type { Stage } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import type { SchoolFacts } from "./facts";
import { exclusionReason, isSmallPoint } from "./sections";

const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);
const pair = <T extends Record<Stage, number | null>>(own: T, point: Record<Stage, number | null>): T => ({ ...own, primary: sum(own.primary, point.primary) });

/** The school with a point's pupils, teachers and premises; what one of them has not filled in is missing in both. */
function joined(school: SchoolFacts, point: SchoolFacts): SchoolFacts {
  return {
    ...school,
    students: pair(school.students, point.students),
    classes: pair(school.classes, point.classes),
    degreeTeachers: pair(school.degreeTeachers, point.degreeTeachers),
    backboneTeachers: pair(school.backboneTeachers, point.backboneTeachers),
    artsPeTeachers: pair(school.artsPeTeachers, point.artsPeTeachers),
    teachingArea: sum(school.teachingArea, point.teachingArea),
    indoorSportsArea: sum(school.indoorSportsArea, point.indoorSportsArea),
    sportsFieldArea: sum(school.sportsFieldArea, point.sportsFieldArea),
    equipmentValueWan: sum(school.equipmentValueWan, point.equipmentValueWan),
    multimediaRooms: sum(school.multimediaRooms, point.multimediaRooms),
  };
}

/**
 * Reading `smallTeachingPoints: merged`: 教学点 below 50 pupils count with their 中心校 (STANDARD.md G.2). A point without pupils, or
 * without a 中心校 among the assessed primary parts, stays out. `ordered` is in the order of codes, and so is the result.
 */
export function mergePoints(ordered: readonly SchoolFacts[]): { schools: SchoolFacts[]; merged: Map<string, string> } {
  const hosts = new Map(ordered.filter((facts) => exclusionReason(facts) === null && stagesOf(facts.kind).includes("primary")).map((facts) => [facts.code, facts]));
  const merged = new Map<string, string>();
  for (const point of ordered) {
    const host = isSmallPoint(point) && point.students.primary !== 0 ? hosts.get(point.parentCode ?? "") : undefined;
    if (!host) continue;
    hosts.set(host.code, joined(host, point));
    merged.set(point.code, host.name);
  }
  return { schools: ordered.map((facts) => hosts.get(facts.code) ?? facts), merged };
}
