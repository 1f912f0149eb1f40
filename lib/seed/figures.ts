import { CV_LIMIT, INDICATOR_KEYS, INDICATORS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { CountyProfile } from "./counties";
import type { Heads, SeedSchool } from "./schools";
import { headsIn } from "./schools";
import { clamp, prng, shuffled } from "./prng";
import { amountName, needOf, perPupil, settle, type Amounts, type Whose } from "./amounts";
import { shortfallsOf, type Shortfalls } from "./shortfalls";

/** A school's raw amounts behind the seven indicators in a year. */
export type SchoolFigures = { school: SeedSchool; heads: Heads; amounts: Amounts };

type Drawn = { school: SeedSchool; heads: Heads; short: Shortfalls; inDifferential: boolean };

/** Spread of one school in one indicator: never negative, larger in small schools, with a long tail. The same every year but for a little drift. */
function driverOf({ school, heads }: Drawn, key: IndicatorKey, stage: Whose, year: number): number {
  const pupils = stage === "school" ? heads.primary + heads.junior + heads.senior : heads[stage];
  const own = prng(`driver:${school.id}:${key}:${stage}`);
  const drift = prng(`drift:${school.id}:${key}:${stage}:${year}`);
  const size = clamp((600 / Math.max(pupils, 20)) ** 0.55, 0.35, 2.6);
  return clamp(size * Math.exp(0.85 * own.normal() + 0.06 * drift.normal()), 0.02, 4.5);
}

/** A small margin over the standard, so that no two schools look alike. */
const marginOf = (school: SeedSchool, key: IndicatorKey, stage: Whose, year: number) => prng(`margin:${school.id}:${key}:${stage}:${year}`).between(1.004, 1.055);

const MOST = 2.2;

/** The strength of spread that brings the differential nearest to its target, or as far as these schools allow. */
function solve(wanted: number, cvAt: (strength: number) => number): number {
  const target = Math.min(wanted, cvAt(MOST) * 0.93);
  let [low, high] = [0.03, MOST];
  for (let step = 0; step < 18; step++) {
    const middle = (low + high) / 2;
    if (cvAt(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Target differentials of a county and year: some over the limit, the others at different distances below it. */
export function targetsOf(county: string, profile: CountyProfile, year: number): (stage: Stage, key: IndicatorKey) => number {
  const random = prng(`targets:${county}`);
  const pairs = STAGES.flatMap((stage) => INDICATOR_KEYS.map((key) => ({ stage, key, name: `${stage}.${key}` })));
  const likely = new Set<IndicatorKey>(["backboneTeachers", "equipmentValue", "sportsArea", "artsPeTeachers"]);
  const order = shuffled(random, pairs).sort((a, b) => Number(likely.has(b.key)) - Number(likely.has(a.key)));
  const over = new Set(order.slice(0, profile.cvOver).map(({ name }) => name));
  const trend = 1 - 0.035 * (year - 2025);
  const targets = new Map<string, number>();
  for (const { stage, name } of pairs) {
    const share = over.has(name) ? random.between(1.03, 1.22) : random.between(0.5, 0.9);
    targets.set(name, (profile.cv?.[name] ?? CV_LIMIT[stage] * share) * trend);
  }
  return (stage, key) => targets.get(`${stage}.${key}`) ?? 0.3;
}

/** One amount of one school, ready to be tried at different strengths of spread. */
type Cell = { id: string; heads: Heads; need: number; driver: number; margin: number; short: number | undefined; share: Record<Stage, number>; weight: Record<Stage, number> };

function cellsOf(drawn: Drawn[], key: IndicatorKey, whose: Whose, year: number): Cell[] {
  return drawn
    .filter(({ heads }) => (whose === "school" ? heads.primary + heads.junior > 0 : heads[whose] > 0))
    .map((one) => {
      const { school, heads, short, inDifferential } = one;
      return {
        id: school.id,
        heads,
        need: needOf(key, whose, heads),
        driver: driverOf(one, key, whose, year),
        margin: marginOf(school, key, whose, year),
        short: short[amountName(key, whose)],
        share: { primary: perPupil(whose, "primary", heads), junior: perPupil(whose, "junior", heads) },
        weight: inDifferential ? { primary: heads.primary, junior: heads.junior } : { primary: 0, junior: 0 },
      };
    });
}

type Strengths = Record<Stage, number>;

/** A school with both stages has one building for both: its spread is the smaller of the two. */
function strengthFor({ primary, junior }: Heads, strengths: Strengths): number {
  if (primary > 0 && junior > 0) return Math.min(strengths.primary, strengths.junior);
  return primary > 0 ? strengths.primary : strengths.junior;
}

function rawAmount(key: IndicatorKey, cell: Cell, strengths: Strengths): number {
  const quotient = cell.short ?? cell.margin * (1 + strengthFor(cell.heads, strengths) * cell.driver);
  return settle(key, cell.need * quotient, quotient >= 1);
}

/** The enrolment-weighted differential of a stage (STANDARD B.4). */
function differential(key: IndicatorKey, stage: Stage, cells: Cell[], strengths: Strengths): number {
  let [pupils, sum, squares] = [0, 0, 0];
  for (const cell of cells) {
    const weight = cell.weight[stage];
    if (weight === 0) continue;
    const value = rawAmount(key, cell, strengths) * cell.share[stage];
    pupils += weight;
    sum += weight * value;
    squares += weight * value * value;
  }
  if (sum === 0) return 0;
  return Math.sqrt(Math.max(0, squares / pupils - (sum / pupils) ** 2)) / (sum / pupils);
}

function calibrate(drawn: Drawn[], county: string, profile: CountyProfile, year: number): Map<string, Amounts> {
  const target = targetsOf(county, profile, year);
  const result = new Map<string, Amounts>(drawn.map(({ school }) => [school.id, {}]));
  for (const key of INDICATOR_KEYS) {
    const places: Whose[] = INDICATORS[key].physical ? ["school"] : [...STAGES];
    for (const whose of places) {
      const cells = cellsOf(drawn, key, whose, year);
      const strengths: Strengths = { primary: 0.4, junior: 0.4 };
      const stages = whose === "school" ? [...STAGES, ...STAGES, ...STAGES] : [whose];
      for (const stage of stages) {
        const tryAt = (strength: number) => differential(key, stage, cells, whose === "school" ? { ...strengths, [stage]: strength } : { primary: strength, junior: strength });
        strengths[stage] = solve(target(stage, key), tryAt);
      }
      const settled = whose === "school" ? strengths : { primary: strengths[whose], junior: strengths[whose] };
      for (const cell of cells) Object.assign(result.get(cell.id) ?? {}, { [amountName(key, whose)]: rawAmount(key, cell, settled) });
    }
  }
  return result;
}

/** The figures of a county's schools in a year. Counties at the goal have no school below the rule and every differential within its limit. */
export function figuresOf(county: string, schools: SeedSchool[], profile: CountyProfile, year: number): SchoolFigures[] {
  const share = Math.max(0, profile.failing + profile.pace * (2025 - year));
  const keepsLimits = profile.itemTrouble === 0;
  const drawn = schools.map((school): Drawn => {
    const heads = headsIn(school, year, keepsLimits);
    const inDifferential = heads.primary + heads.junior > 0 && !(school.kind === "teaching_point" && heads.primary < 50);
    return { school, heads, inDifferential, short: {} };
  });
  const withShortfalls = shortfallsOf(county, drawn, share, year);
  const amounts = calibrate(withShortfalls, county, profile, year);
  return withShortfalls.map(({ school, heads }) => ({ school, heads, amounts: amounts.get(school.id) ?? {} }));
}
