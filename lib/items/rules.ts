import { standardDay } from "@/lib/standard/in-force";
import { DEFAULT_READINGS } from "@/lib/standard/default-readings";
import type { Readings } from "@/lib/standard/readings";
import { RELAXATIONS, relaxationApplies, type RelaxationKey } from "@/lib/standard/relaxations";

/** By which readings, and for figures of which day, items are judged. */
export type ItemRules = { readings: Readings; day: string };

export const itemRules = (readings: Readings, year: number): ItemRules => ({ readings, day: standardDay(year) });

/** The full standard with the default readings. */
export const FULL_STANDARD: ItemRules = { readings: DEFAULT_READINGS, day: "" };

/** Whether a relaxation counts for these rules, and whether it would if the 2019 规程 were read as still in force. */
export const relaxes = (rules: ItemRules, key: RelaxationKey): { now: boolean; would: boolean } =>
  ({ now: relaxationApplies(key, rules.readings.relaxations, rules.day), would: rules.day >= RELAXATIONS[key].validFrom });

export const RELAXED_NOTE = "；按过渡性规定达标，须在认定后三年内达到完整标准";
export const WOULD_RELAX_NOTE = "；现行口径不适用过渡性规定，如适用则达标";
