import { CV_LIMIT, INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import { amountOf, reaches, type Amount } from "../amounts";
import { isRounded, limitsFor, perKey, type EvaluationOptions, type PerKey } from "../evaluate-school";
import type { SchoolFacts } from "../facts";
import { mergePoints } from "../merge-points";
import { exclusionReason, sectionsOf } from "../sections";
import { roundedBound } from "../variation";
import { STEP } from "./units";

export type PlanSection = { code: string; school: string; stage: Stage; students: number };

/** A section's part in a holder: its amount as it stands, and the steps that must be added to reach the standard and the 85 % floor. */
export type Part = { section: number; stage: Stage; amount: Amount; high: number; low: number };

/**
 * What an addition is given to: a section (teachers, and premises of one stage only), or a school whose sections, a senior part
 * included, share a building (`stage` null): then the addition is to the school's total and every part counts its own share.
 */
export type Holder = { code: string; school: string; stage: Stage | null; parts: Part[] };

export type PlanModel = {
  sections: PlanSection[];
  holders: PerKey<Holder[]>;
  /** The largest coefficient that a plan may aim at; under the rounded reading it lies just below what prints above the limit. */
  limit: Record<Stage, number>;
  cvLimit: Record<Stage, number>;
  rounded: boolean;
  /** Whether any building is shared: the stages then cannot be planned one by one. */
  shared: boolean;
};

export type ModelOutcome = { ok: true; model: PlanModel } | { ok: false; message: string };

/** Steps until a whole threshold is reached: a first guess in doubles, settled in whole numbers by the evaluation's own rule. */
export function stepsTo(key: IndicatorKey, amount: Amount, threshold: number): number {
  const step = STEP[key];
  const at = (steps: number): boolean => reaches(key, { ...amount, quantity: amount.quantity + steps * step }, threshold);
  if (at(0)) return 0;
  const perPupil = key === "equipmentValue" ? 1e8 : key === "teachingArea" || key === "sportsArea" ? 1e6 : 1e10;
  let steps = Math.max(Math.ceil(((threshold / perPupil) * amount.pool / amount.weight - amount.quantity) / step), 1);
  while (!at(steps)) steps += 1;
  while (steps > 1 && at(steps - 1)) steps -= 1;
  return steps;
}

const isFull = (part: Part): boolean => part.amount.weight * part.amount.students === part.amount.pool;

/** The schools that are assessed, small 教学点 merged where the reading says so, in the order of codes. */
export function assessedSchools(schools: readonly SchoolFacts[], options: EvaluationOptions): SchoolFacts[] {
  const readings = options.readings ?? DEFAULT_READINGS;
  const sorted = [...schools].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  if (readings.smallTeachingPoints !== "merged") return sorted.filter((facts) => exclusionReason(facts, readings) === null);
  const { schools: ordered, merged } = mergePoints(sorted);
  return ordered.filter((facts) => !merged.has(facts.code) && exclusionReason(facts, readings) === null);
}

/** The county as the planner sees it; a county with gaps is refused, because what is not filled in is never zero. */
export function planModel(schools: readonly SchoolFacts[], options: EvaluationOptions = {}): ModelOutcome {
  const limits = limitsFor(options);
  const model: PlanModel = {
    sections: [], holders: perKey(() => []), rounded: isRounded(options), shared: false,
    cvLimit: options.cvLimit ?? CV_LIMIT,
    limit: { ...(options.cvLimit ?? CV_LIMIT) },
  };
  if (model.rounded) for (const stage of STAGES) model.limit[stage] = roundedBound(model.cvLimit[stage]);
  for (const facts of assessedSchools(schools, options)) {
    const own = sectionsOf(facts).map((source) => ({ source, section: 0, stage: source.stage }));
    for (const entry of own) {
      entry.section = model.sections.length;
      model.sections.push({ code: facts.code, school: facts.name, stage: entry.stage, students: entry.source.students ?? 0 });
    }
    for (const key of INDICATOR_KEYS) {
      const parts: Part[] = [];
      for (const { source, section, stage } of own) {
        const amount = amountOf(source, key);
        if (amount === null) return { ok: false, message: `${facts.name}的数据没有填全，不能测算；没有填写的不按 0 计算。` };
        const { standard, floor } = limits[stage][key];
        parts.push({ section, stage, amount, high: stepsTo(key, amount, standard), low: stepsTo(key, amount, floor) });
      }
      const { code, name: school } = facts;
      if (parts.every((part) => part.amount.weight === 1 && part.amount.pool === part.amount.students)) {
        for (const part of parts) model.holders[key].push({ code, school, stage: part.stage, parts: [part] });
      } else if (parts.length > 0) {
        const alone = parts.length === 1 && parts.every(isFull);
        if (!alone) model.shared = true;
        model.holders[key].push({ code, school, stage: alone ? (parts[0]?.stage ?? null) : null, parts });
      }
    }
  }
  if (model.sections.length === 0) return { ok: false, message: "没有可以测算的学校：表中没有参与资源配置评估且有在校生的小学或初中。" };
  return { ok: true, model };
}

/** The amount of a part after `steps` were added to its holder. */
export const grown = (key: IndicatorKey, { amount }: Part, steps: number): Amount => ({ ...amount, quantity: amount.quantity + steps * STEP[key] });

