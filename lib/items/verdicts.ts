import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { ItemFacts } from "./item-facts";

/**
 * One school, one item: `met` null means that facts are missing. `text` says in words what was found. `relaxed`: met by a
 * relaxation of 2019 only; `wouldRelax`: it would be, were the relaxations read as still in force.
 */
export type SchoolItem = { item: string; met: boolean | null; text: string; relaxed?: boolean; wouldRelax?: boolean };
export type JudgedSchool = { facts: SchoolFacts; more: ItemFacts };

/** One of the 15 + 9 + 1 items of a county. `met` null: facts or a result are missing. `failing`: schools by name. */
export type ItemVerdict = { item: string; met: boolean | null; text: string; value: number | null; failing: string[] };
