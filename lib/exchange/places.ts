import type { SchoolFacts } from "@/lib/evaluation/facts";
import { STAGES, type Stage } from "@/lib/standard/indicators";
import { hasSenior, stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";

/**
 * The 办学类型 under which a school with classes of another stage (附设小学班, 附设初中班) is registered, so that its shared rooms and
 * things are split by the weights of both stages (STANDARD B.2; docs/decisions/0004). A 特殊教育学校 stays what it is.
 */
export function kindWithAttached(kind: SchoolKind, attached: readonly Stage[]): SchoolKind {
  const stages = new Set([...stagesOf(kind), ...attached]);
  if (kind === "special" || stages.size === stagesOf(kind).length) return kind;
  const senior = hasSenior(kind) || kind === "vocational";
  if (senior) return stages.has("primary") ? "twelve_year" : "complete_secondary";
  return "nine_year";
}

type Amount = number | null;
/** A sum of which one part is not known is not known. Four decimals are the finest that a form keeps (万元). */
const add = (a: Amount, b: Amount): Amount => (a === null || b === null ? null : Math.round((a + b) * 1e4) / 1e4);
const larger = (a: Amount, b: Amount): Amount => (a === null || b === null ? null : Math.max(a, b));

type Joined = "classes" | "maxClass" | "degreeTeachers" | "backboneTeachers" | "artsPeTeachers";

/** Figures of a stage from two places; a place without pupils of the stage adds nothing to it. */
function joinStage(main: SchoolFacts, campus: SchoolFacts, field: Joined): SchoolFacts[Joined] {
  const of = (stage: Stage): Amount => {
    if (!stagesOf(campus.kind).includes(stage) || campus.students[stage] === 0) return main[field][stage];
    if (!stagesOf(main.kind).includes(stage) || main.students[stage] === 0) return campus[field][stage];
    return (field === "maxClass" ? larger : add)(main[field][stage], campus[field][stage]);
  };
  return { primary: of("primary"), junior: of("junior") };
}

/**
 * A 不计校数 campus enters the section of its main school before anything is computed: pupils, teachers, rooms and things are added,
 * the largest class is the larger one (STANDARD B.2). The main school keeps its name and number; its 办学类型 takes in the stages of the campus.
 */
export function mergeCampus(main: SchoolFacts, campus: SchoolFacts): SchoolFacts {
  const kind = kindWithAttached(main.kind, stagesOf(campus.kind));
  const has = (facts: SchoolFacts, stage: Stage | "senior") => (stage === "senior" ? hasSenior(facts.kind) : stagesOf(facts.kind).includes(stage));
  const students = { ...main.students };
  for (const stage of [...STAGES, "senior"] as const) {
    if (!has(campus, stage)) continue;
    students[stage] = has(main, stage) ? add(main.students[stage], campus.students[stage]) : campus.students[stage];
  }
  return {
    ...main,
    kind,
    students,
    classes: joinStage(main, campus, "classes"),
    maxClass: joinStage(main, campus, "maxClass"),
    degreeTeachers: joinStage(main, campus, "degreeTeachers"),
    backboneTeachers: joinStage(main, campus, "backboneTeachers"),
    artsPeTeachers: joinStage(main, campus, "artsPeTeachers"),
    teachingArea: add(main.teachingArea, campus.teachingArea),
    indoorSportsArea: add(main.indoorSportsArea, campus.indoorSportsArea),
    sportsFieldArea: add(main.sportsFieldArea, campus.sportsFieldArea),
    equipmentValueWan: add(main.equipmentValueWan, campus.equipmentValueWan),
    multimediaRooms: add(main.multimediaRooms, campus.multimediaRooms),
  };
}
