import { INDICATORS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { amountName, needOf, settle } from "./amounts";
import { clamp, prng, type Prng } from "./prng";
import type { Heads, SeedSchool } from "./schools";

/** Multiples of the standard below 1, by indicator (“sportsArea”, “primary.backboneTeachers”). */
export type Shortfalls = Record<string, number>;

type Candidate = { school: SeedSchool; heads: Heads; inDifferential: boolean };

/** How likely a school stays below the rule: full town schools and the smallest village schools first. The order is the same every year. */
function weakness({ school, heads }: Candidate): number {
  const random = prng(`weakness:${school.id}`);
  const pupils = heads.primary + heads.junior;
  const crowded = school.areaType === "urban" && pupils > 900 ? 0.7 : 0;
  const tiny = school.areaType === "rural" && pupils < 140 ? 0.35 : 0;
  return random.next() + crowded + tiny;
}

const stagesIn = (heads: Heads): Stage[] => STAGES.filter((stage) => heads[stage] > 0);

/** A crowded school lacks ground, a village school people and things. */
function failingIndicators(candidate: Candidate, random: Prng): string[] {
  const { school, heads } = candidate;
  const stage = random.chance(0.5) ? stagesIn(heads)[0] : stagesIn(heads).at(-1);
  if (!stage) return [];
  if (school.areaType !== "rural" && random.chance(0.75)) {
    const keys: string[] = ["sportsArea", "teachingArea"];
    if (random.chance(0.35)) keys.push(random.pick(["multimediaRooms", `${stage}.backboneTeachers`]));
    return keys;
  }
  const keys = [`${stage}.backboneTeachers`, random.pick(["equipmentValue", `${stage}.artsPeTeachers`])];
  if (random.chance(0.3)) keys.push(random.pick(["sportsArea", `${stage}.degreeTeachers`]));
  return keys;
}

/** One indicator between 85 % and the standard: allowed. Only where whole people or rooms can lie there. */
function nearMiss({ heads }: Candidate, random: Prng): Shortfalls {
  const stage = stagesIn(heads)[0];
  if (!stage) return {};
  const key: IndicatorKey = random.pick(["sportsArea", "sportsArea", "teachingArea", "equipmentValue", "backboneTeachers", "artsPeTeachers", "multimediaRooms"]);
  const whose = INDICATORS[key].physical ? "school" : stage;
  const quotient = random.between(0.885, 0.985);
  const need = needOf(key, whose, heads);
  return settle(key, need * quotient, false) < need * 0.857 ? {} : { [amountName(key, whose)]: quotient };
}

/** Marks what falls short in which school. `share` of the schools that count stay below the rule. */
export function shortfallsOf<T extends Candidate>(county: string, schools: T[], share: number, year: number): (T & { short: Shortfalls })[] {
  const counted = schools.filter((candidate) => candidate.inDifferential);
  const order = counted.map((candidate) => ({ id: candidate.school.id, rank: weakness(candidate) })).sort((a, b) => b.rank - a.rank);
  const failing = new Set(order.slice(0, Math.round(counted.length * share)).map(({ id }) => id));
  return schools.map((candidate) => {
    const random = prng(`short:${county}:${candidate.school.id}`);
    const short: Shortfalls = {};
    if (failing.has(candidate.school.id)) {
      const progress = 0.025 * (year - 2024);
      failingIndicators(candidate, random).forEach((key, at) => {
        short[key] = at === 0 ? clamp(random.between(0.52, 0.77) + progress, 0, 0.835) : clamp(random.between(0.66, 0.93) + progress, 0, 0.98);
      });
      return { ...candidate, short };
    }
    return { ...candidate, short: random.chance(0.28) ? nearMiss(candidate, random) : short };
  });
}
