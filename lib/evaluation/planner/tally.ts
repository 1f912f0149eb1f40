import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { PerKey } from "../evaluate-school";
import type { PlanModel } from "./model";
import { evenAfter } from "./stage-problem";

/** Whole steps by indicator and holder. */
export type Steps = PerKey<Float64Array>;

/** Which section lacks the standard, and which the floor, of how many indicators. */
type Standing = { below: Uint8Array; under: Uint8Array };

function standingOf({ sections, holders }: PlanModel, steps: Steps): Standing {
  const standing = { below: new Uint8Array(sections.length), under: new Uint8Array(sections.length) };
  for (const key of INDICATOR_KEYS) {
    for (const [index, holder] of holders[key].entries()) {
      for (const { section, high, low } of holder.parts) {
        const own = steps[key][index] ?? 0;
        if (own < high) standing.below[section] = (standing.below[section] ?? 0) + 1;
        if (own < low) standing.under[section] = (standing.under[section] ?? 0) + 1;
      }
    }
  }
  return standing;
}

/** Whether every section is compliant (6 of 7, the other at 85 %) and every coefficient within its limit, after the steps. */
export function passes(model: PlanModel, steps: Steps): boolean {
  const { below, under } = standingOf(model, steps);
  if (below.some((count) => count > 1) || under.some((count) => count > 0)) return false;
  return INDICATOR_KEYS.every((key) => STAGES.every((stage) => evenAfter(model, key, stage, steps[key])));
}

/** Takes away steps as long as the verdict stands without them, dearest first, so that no step of the result can be spared. */
export function trimmed(model: PlanModel, given: Steps, costs: PerKey<number>): Steps {
  const steps = { ...given };
  const standing = standingOf(model, steps);
  const keys = [...INDICATOR_KEYS].sort((a, b) => costs[b] - costs[a]);
  for (const key of keys) {
    steps[key] = Float64Array.from(steps[key]);
    for (let again = true; again; ) {
      again = false;
      for (let index = 0; index < model.holders[key].length; index += 1) {
        // one step, and where that is spared twice as many each time
        for (let chunk = 1; (steps[key][index] ?? 0) >= chunk && spared(model, steps, standing, key, index, chunk); chunk *= 2) again = true;
      }
    }
  }
  return steps;
}

/** Takes some steps away if the verdict stands without them. */
function spared(model: PlanModel, steps: Steps, { below, under }: Standing, key: IndicatorKey, index: number, chunk: number): boolean {
  const holder = model.holders[key][index];
  const own = steps[key][index] ?? 0;
  if (!holder) return false;
  for (const { section, high, low } of holder.parts) if (own - chunk < low || (own - chunk < high && own >= high && (below[section] ?? 0) > 0)) return false;
  const stages = new Set<Stage>(holder.parts.map((part) => part.stage));
  steps[key][index] = own - chunk;
  if (![...stages].every((stage) => evenAfter(model, key, stage, steps[key]))) {
    steps[key][index] = own;
    return false;
  }
  for (const { section, high, low } of holder.parts) {
    if (own - chunk < high && own >= high) below[section] = (below[section] ?? 0) + 1;
    if (own - chunk < low && own >= low) under[section] = (under[section] ?? 0) + 1;
  }
  return true;
}
