import type { SchoolFacts } from "@/lib/evaluation/facts";
import { STAGES, type Stage } from "@/lib/standard/indicators";
import { stagesOf } from "@/lib/standard/school-kinds";
import { columnOf, type PlainField, type Problem } from "./columns";

/** A school and the row of the table that it came from. */
export type PlacedSchool = { row: number; facts: SchoolFacts };

/** A figure of one school that can be compared across the county; null where it has none. */
type Measure = { column: string; label: string; of: (facts: SchoolFacts) => number | null };

const FACTOR = 5;
/** A median of fewer schools says nothing. */
const FEWEST = 3;

const ratio = (amount: number | null, by: number | null): number | null => (amount === null || by === null || by === 0 ? null : amount / by);

/** Pupils who share the premises; null while one is missing. */
function pupils(facts: SchoolFacts): number | null {
  const counts = Object.values(facts.students).filter((count): count is number => count !== null);
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Schools differ in size by nature, so pupils are compared by the class where classes are known. */
const enrolment = (stage: Stage): Measure[] => [
  { column: columnOf("students", stage), label: "平均班额", of: (facts) => ratio(facts.students[stage], facts.classes[stage]) },
  { column: columnOf("students", stage), label: "在校生数", of: (facts) => (facts.classes[stage] ? null : facts.students[stage]) },
  { column: columnOf("maxClass", stage), label: "最大班额", of: (facts) => facts.maxClass[stage] },
];

const teachers = (stage: Stage): Measure[] =>
  (["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const).map((field) => ({ column: columnOf(field, stage), label: "按在校生平均的教师数", of: (facts) => ratio(facts[field][stage], facts.students[stage]) }));

const premises = (field: PlainField): Measure => ({ column: columnOf(field), label: "按在校生平均的数值", of: (facts) => (stagesOf(facts.kind).length === 0 ? null : ratio(facts[field], pupils(facts))) });

const MEASURES: readonly Measure[] = [
  ...STAGES.flatMap((stage) => [...enrolment(stage), ...teachers(stage)]),
  ...(["teachingArea", "indoorSportsArea", "sportsFieldArea", "equipmentValueWan", "multimediaRooms"] as const).map(premises),
];

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Figures more than five times the county's median: likely a wrong unit or a slipped digit, so worth a look. */
export function outliers(placed: readonly PlacedSchool[]): Problem[] {
  return MEASURES.flatMap(({ column, label, of }) => {
    const known = placed.flatMap(({ row, facts }) => { const value = of(facts); return value === null ? [] : [{ row, value }]; });
    const middle = median(known.map(({ value }) => value));
    if (known.length < FEWEST || middle === 0) return [];
    return known.filter(({ value }) => value > FACTOR * middle).map(({ row, value }): Problem => ({
      severity: "warning", row, column, message: `${label}约为全县中位数的 ${(value / middle).toFixed(1)} 倍，请核对数值和单位。`,
    }));
  });
}
