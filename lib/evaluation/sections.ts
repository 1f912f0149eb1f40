import type { Stage } from "@/lib/standard/indicators";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { Readings } from "@/lib/standard/readings";
import { OPERATOR_TYPE_LABEL, stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";
import type { SchoolFacts } from "./facts";

type Weights = { primary: number; junior: number; senior: number };

/** Weights of a pupil in the split of shared resources, as whole numbers: 小学 1 : 初中 1.1 : 高中 1.32; 完全中学 1 : 1.2. */
const SPLIT: Partial<Record<SchoolKind, Weights>> = {
  nine_year: { primary: 10, junior: 11, senior: 0 },
  twelve_year: { primary: 50, junior: 55, senior: 66 },
  complete_secondary: { primary: 0, junior: 5, senior: 6 },
};

/** One stage of one school: the unit that is judged. `pool` = Σ weight × pupils of the stages that share the premises. */
export type StageSection = { facts: SchoolFacts; stage: Stage; students: number | null; weight: number; pool: number | null };

/** Half-typed figures (2.5 rooms, −3 pupils) reach the live form's evaluation: they are not yet figures, so they count as missing. */
export const isCount = (count: number): boolean => Number.isSafeInteger(count) && count >= 0;

/** The weighted pupils who share the school's premises; null while an enrolment is missing. */
function poolOf({ students }: SchoolFacts, weights: Weights): number | null {
  let pool = 0;
  for (const stage of ["primary", "junior", "senior"] as const) {
    if (weights[stage] === 0) continue;
    const count = students[stage];
    if (count === null || !isCount(count)) return null;
    pool += weights[stage] * count;
  }
  return pool;
}

/** The stage sections of a school. A stage without pupils is none; one whose pupils are not filled in is incomplete. */
export function sectionsOf(facts: SchoolFacts): StageSection[] {
  const weights = SPLIT[facts.kind];
  const pool = weights ? poolOf(facts, weights) : null;
  const sections: StageSection[] = [];
  for (const stage of stagesOf(facts.kind)) {
    const students = facts.students[stage];
    if (students === 0) continue;
    sections.push(weights ? { facts, stage, students, weight: weights[stage], pool } : { facts, stage, students, weight: 1, pool: students });
  }
  return sections;
}

const COUNTY_OPERATORS = [7, 8];
const PRIVATE_OPERATOR = 10;
const SMALL = 50;

/** Why an operator's schools are left out under the reading; one that is not registered counts. */
function operatorReason(operatorType: number | null | undefined, reading: Readings["privateSchools"]): string | null {
  if (operatorType === null || operatorType === undefined || reading === "included") return null;
  if (reading === "public") return operatorType === PRIVATE_OPERATOR ? "民办学校，按所选口径不参与资源配置评估" : null;
  return COUNTY_OPERATORS.includes(operatorType) ? null : `举办者类型为${OPERATOR_TYPE_LABEL[operatorType] ?? "其他"}，按所选口径不参与资源配置评估`;
}

/** Below 50 pupils, where 教学点 are not assessed (教督〔2017〕6号). */
export const isSmallPoint = ({ kind, students }: SchoolFacts): boolean => kind === "teaching_point" && students.primary !== null && students.primary < SMALL;

/** Why a school is not among the assessed units; null when it is. 教督〔2017〕6号: 教学点 below 50 pupils; the readings may add to it. */
export function exclusionReason(facts: SchoolFacts, readings: Readings = DEFAULT_READINGS): string | null {
  if (facts.kind === "special") return "特殊教育学校不参与资源配置评估";
  if (facts.kind === "vocational") return "职业学校不参与资源配置评估";
  if (isSmallPoint(facts)) return `教学点在校生 ${facts.students.primary} 人，不足 50 人，不参与资源配置评估`;
  if (readings.smallPrimarySchools === "excluded" && facts.kind === "primary" && facts.students.primary !== null && facts.students.primary < SMALL)
    return `小学在校生 ${facts.students.primary} 人，不足 50 人，按所选口径不参与资源配置评估`;
  return operatorReason(facts.operatorType, readings.privateSchools);
}
