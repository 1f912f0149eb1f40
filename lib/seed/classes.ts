import type { ClassRow } from "@/lib/forms/field";
import type { Stage } from "@/lib/standard/indicators";
import type { Prng } from "./prng";

const GRADES: Record<Stage, string[]> = { primary: ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"], junior: ["七年级", "八年级", "九年级"] };
/** Most pupils of a class that is not over the standard. 教督〔2017〕6号 政府保障 5 */

/** Splits a whole into whole parts by weight; the parts add up. */
function split(whole: number, weights: number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  let running = 0;
  return weights.map((weight) => {
    running += weight;
    const until = Math.round((whole * running) / total);
    const part = until - before;
    before = until;
    return part;
  });
}

/** The classes of a stage: grades of nearly equal strength, classes of a grade equal but for one pupil, none above the cap. */
export function classRows(stage: Stage, pupils: number, cap: number, random: Prng): ClassRow[] {
  const grades = GRADES[stage];
  const strengths = split(pupils, grades.map(() => random.between(0.9, 1.1)));
  return grades.flatMap((grade, at) => {
    const inGrade = strengths[at] ?? 0;
    if (inGrade === 0) return [];
    const count = Math.ceil(inGrade / cap);
    return split(inGrade, Array.from({ length: count }, () => 1)).map((size, place): ClassRow => ({ grade, name: `${place + 1}班`, pupils: size }));
  });
}
