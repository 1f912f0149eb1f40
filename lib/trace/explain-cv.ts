import type { CountyEvaluation, IndicatorOutcome } from "@/lib/evaluation/evaluate-county";
import { INDICATORS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { exactText, sameFigure } from "./exact-text";

/** One section in a coefficient: pupils, raw amount, value, and what it adds to the sum of squares (null while something is missing). */
export type CvRow = { school: string; code: string; students: number; raw: number | null; value: number | null; square: number | null };
export type CvTrace = { steps: string[]; rows: CvRow[]; students: number; raw: number | null; squares: number | null; outcome: IndicatorOutcome };

/** How a coefficient comes about, over the sections in the order of school codes (STANDARD B.4). The figures are those of the evaluation. */
export function explainCv(evaluation: Pick<CountyEvaluation, "sections" | "stages">, stage: Stage, key: IndicatorKey): CvTrace | null {
  const outcome = evaluation.stages[stage]?.indicators[key];
  if (!outcome) return null;
  const { per, unit } = INDICATORS[key];
  const { mean, sd, cv } = outcome;
  const rows = evaluation.sections.filter((section) => section.stage === stage).map(({ school, code, students, values }): CvRow => {
    const value = values[key];
    return { school, code, students, value, raw: value === null ? null : (value * students) / per, square: value === null || mean === null ? null : students * (value - mean) ** 2 };
  });
  const total = (pick: (row: CvRow) => number | null) => rows.reduce<number | null>((sum, row) => { const one = pick(row); return sum === null || one === null ? null : sum + one; }, 0);
  const [students, raw, squares] = [rows.reduce((sum, row) => sum + row.students, 0), total((row) => row.raw), total((row) => row.square)];
  const steps = mean === null || sd === null || raw === null || squares === null ? ["有学校（部）的数没有填全，不计算。"] : [
    `全县平均值 X̄ = 总量 ÷ 在校生总数${per === 100 ? " × 100" : ""} = ${exactText(raw)} ÷ ${exactText(students)}${per === 100 ? " × 100" : ""} = ${exactText(mean)} ${unit}`,
    `标准差 S = √（各校 在校生数 ×（本校值 − X̄）² 之和 ÷ 在校生总数）= √（${exactText(squares)} ÷ ${exactText(students)}）= ${exactText(sd)}`,
    cv === null ? "平均值为 0，差异系数没有意义，不能判为达标。" : `差异系数 CV = S ÷ X̄ = ${exactText(sd)} ÷ ${exactText(mean)} = ${exactText(cv)}`,
  ];
  return { steps, rows, students, raw, squares, outcome };
}

/** Whether the recomputed mean, deviation, coefficient and verdict are the stored ones to the last bit. */
export const sameOutcome = (a: IndicatorOutcome, b: IndicatorOutcome): boolean =>
  sameFigure(a.mean, b.mean) && sameFigure(a.sd, b.sd) && sameFigure(a.cv, b.cv) && a.cvPass === b.cvPass && a.cvLimit === b.cvLimit && a.sectionsAtStandard === b.sectionsAtStandard;
