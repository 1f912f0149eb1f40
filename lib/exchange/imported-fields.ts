import type { SchoolFacts } from "@/lib/evaluation/facts";
import { STAGES, type Stage } from "@/lib/standard/indicators";
import { columnOf, type PerStageField, type PlainField } from "./columns";

/** A figure of the base table and the place in the school's form that it fills. */
export type ImportedField = { column: string; section: string; key: string; of: (facts: SchoolFacts) => number | null };

const perStage = (field: PerStageField, section: string, suffix: string): ImportedField[] =>
  STAGES.map((stage: Stage) => ({ column: columnOf(field, stage), section, key: `${stage}${suffix}`, of: (facts) => facts[field][stage] }));
const plain = (field: PlainField, section: string): ImportedField => ({ column: columnOf(field), section, key: field, of: (facts) => facts[field] });

/** Classes are typed one by one in the form, so their number and the largest one are compared and never imported. */
export const IMPORTED_FIELDS: readonly ImportedField[] = [
  ...perStage("students", "students", "Students"),
  { column: columnOf("students", "senior"), section: "students", key: "seniorStudents", of: (facts) => facts.students.senior },
  ...perStage("degreeTeachers", "teachers", "DegreeTeachers"),
  ...perStage("backboneTeachers", "teachers", "BackboneTeachers"),
  ...perStage("artsPeTeachers", "teachers", "ArtsPeTeachers"),
  plain("teachingArea", "premises"),
  plain("indoorSportsArea", "premises"),
  plain("sportsFieldArea", "premises"),
  plain("equipmentValueWan", "equipment"),
  plain("multimediaRooms", "equipment"),
];

/** The figures of a school by section and field of its form; what is not known is left out. */
export type Figures = Record<string, Record<string, number>>;

export function figuresOf(facts: SchoolFacts): Figures {
  const figures: Figures = {};
  for (const { section, key, of } of IMPORTED_FIELDS) {
    const value = of(facts);
    if (value !== null) figures[section] = { ...figures[section], [key]: value };
  }
  return figures;
}
