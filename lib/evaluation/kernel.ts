import { INDICATOR_KEYS, INDICATORS, type Stage } from "@/lib/standard/indicators";
import { amountOf } from "./amounts";
import type { SchoolFacts } from "./facts";
import { exclusionReason, sectionsOf } from "./sections";

const KEYS = INDICATOR_KEYS.length;

/** The complete sections of one stage as columns: `students[i]`, and per indicator k the share x of section i at k × sections + i. */
export type StageBlock = { sections: number; students: Float64Array; shares: Float64Array };

/** Values per pupil or per 100 (laid out as the shares), and each indicator's weighted coefficient; NaN where the mean is 0. */
export type BlockResult = { values: Float64Array; cvs: Float64Array };

/** Packs a stage of a county, in the order of school codes; null when something is not filled in. */
export function packStage(schools: readonly SchoolFacts[], stage: Stage): StageBlock | null {
  const own = [...schools].sort((a, b) => (a.code < b.code ? -1 : 1)).filter((facts) => exclusionReason(facts) === null).flatMap((facts) => sectionsOf(facts).filter((section) => section.stage === stage));
  const block: StageBlock = { sections: own.length, students: new Float64Array(own.length), shares: new Float64Array(KEYS * own.length) };
  for (const [index, section] of own.entries()) {
    for (const [k, key] of INDICATOR_KEYS.entries()) {
      const amount = amountOf(section, key);
      if (amount === null) return null;
      const { per, baseUnits } = INDICATORS[key];
      block.students[index] = amount.students;
      block.shares[k * own.length + index] = (amount.quantity * amount.weight * per * amount.students) / (amount.pool * baseUnits);
    }
  }
  return block;
}

/** Values and enrolment-weighted coefficients of variation (STANDARD B.4), on plain numbers: for simulations over many counties. */
export function evaluateBlock({ sections, students, shares }: StageBlock): BlockResult {
  const values = new Float64Array(KEYS * sections);
  const cvs = new Float64Array(KEYS);
  let pupils = 0;
  for (let i = 0; i < sections; i += 1) pupils += students[i] as number;
  for (let k = 0; k < KEYS; k += 1) {
    const start = k * sections;
    let total = 0;
    for (let i = 0; i < sections; i += 1) {
      const share = shares[start + i] as number;
      total += share;
      values[start + i] = share / (students[i] as number);
    }
    const mean = total / pupils;
    let squares = 0;
    for (let i = 0; i < sections; i += 1) {
      const distance = (values[start + i] as number) - mean;
      squares += (students[i] as number) * distance * distance;
    }
    cvs[k] = mean === 0 ? Number.NaN : Math.sqrt(squares / pupils) / mean;
  }
  return { values, cvs };
}
