import type { Stage } from "@/lib/standard/indicators";
import { stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";
import type { SchoolFacts } from "./facts";

/** Weights of a pupil in the split of shared resources, in hundredths: 小学 1 : 初中 1.1 : 高中 1.32 (完全中学 1 : 1.2). */
const SPLIT: Partial<Record<SchoolKind, { primary: number; junior: number; senior: number }>> = {
  nine_year: { primary: 100, junior: 110, senior: 0 },
  twelve_year: { primary: 100, junior: 110, senior: 132 },
  complete_secondary: { primary: 0, junior: 100, senior: 120 },
};
const ALONE = { primary: 100, junior: 100, senior: 0 };

/** One stage of one school: the unit that is judged. `pool` = Σ weight × pupils of the stages that share the premises. */
export type StageSection = { facts: SchoolFacts; stage: Stage; students: number | null; weight: number; pool: number | null };

/** The weighted pupils who share the school's premises; null while an enrolment is missing. */
function poolOf(facts: SchoolFacts, weights: { primary: number; junior: number; senior: number }): number | null {
  let pool = 0;
  for (const stage of ["primary", "junior", "senior"] as const) {
    if (weights[stage] === 0) continue;
    const alone = weights === ALONE && !stagesOf(facts.kind).some((own) => own === stage);
    if (alone) continue;
    const students = facts.students[stage];
    if (students === null) return null;
    pool += weights[stage] * students;
  }
  return pool;
}

/** The stage sections of a school. A stage without pupils is none; one whose pupils are not filled in is incomplete. */
export function sectionsOf(facts: SchoolFacts): StageSection[] {
  const weights = SPLIT[facts.kind] ?? ALONE;
  const pool = poolOf(facts, weights);
  return stagesOf(facts.kind).flatMap((stage) => {
    const students = facts.students[stage];
    return students === 0 ? [] : [{ facts, stage, students, weight: weights[stage], pool }];
  });
}

/** Why a school is not among the assessed units; null when it is. 教督〔2017〕6号: 教学点 below 50 pupils. */
export function exclusionReason(facts: SchoolFacts): string | null {
  if (facts.kind === "special") return "特殊教育学校不参与资源配置评估";
  if (facts.kind === "vocational") return "职业学校不参与资源配置评估";
  if (facts.kind === "teaching_point" && facts.students.primary !== null && facts.students.primary < 50) return `教学点在校生 ${facts.students.primary} 人，不足 50 人，不参与资源配置评估`;
  return null;
}
