import { INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";
import { ceilDivide, ceilDivideSafe, productAtLeast, scaled } from "./exact";
import type { SchoolFacts } from "./facts";
import { isCount, type StageSection } from "./sections";

/** Thresholds are kept to six decimals; the floor, a whole per cent of one, then has eight. */
const THRESHOLD_SCALE = 100_000_000;
const HUNDREDTH = THRESHOLD_SCALE / 100;

/**
 * `percent` per cent of a threshold as a whole number, for `reaches` and `missingTo`. Where values decide as they are printed
 * (reading `rounding`), a value of two decimals reaches it from half a hundredth below the next hundredth: 4.195 reaches 4.2.
 */
export function wholeThreshold(threshold: number, percent = 100, rounded = false): number {
  const whole = scaled(threshold, 1_000_000) * percent;
  return rounded ? Math.max(Math.ceil(whole / HUNDREDTH) * HUNDREDTH - HUNDREDTH / 2, 0) : whole;
}

/**
 * A section's amount of one indicator as integers: the value is `quantity × weight × per ÷ (pool × baseUnits)`, where
 * `quantity` is whole people, rooms, 0.01 ㎡ or 元. So a comparison with a threshold is one of whole numbers.
 */
export type Amount = { quantity: number; weight: number; pool: number; students: number };

/** quantity × weight × FACTOR ≥ whole threshold × pool ⇔ value ≥ threshold. */
const FACTOR: Record<IndicatorKey, number> = {
  degreeTeachers: 100 * THRESHOLD_SCALE,
  backboneTeachers: 100 * THRESHOLD_SCALE,
  artsPeTeachers: 100 * THRESHOLD_SCALE,
  teachingArea: THRESHOLD_SCALE / 100,
  sportsArea: THRESHOLD_SCALE / 100,
  equipmentValue: THRESHOLD_SCALE,
  multimediaRooms: 100 * THRESHOLD_SCALE,
};

/** The school's total of a physical indicator in base units (教督〔2017〕6号 资源配置 4–7). */
function physicalTotal(facts: SchoolFacts, key: IndicatorKey): number | null {
  if (key === "multimediaRooms") return facts.multimediaRooms;
  if (key === "equipmentValue") return facts.equipmentValueWan === null ? null : scaled(facts.equipmentValueWan, 10_000);
  const { teachingArea, indoorSportsArea, sportsFieldArea } = facts;
  if (indoorSportsArea === null) return null;
  if (key === "teachingArea") return teachingArea === null ? null : Math.max(scaled(teachingArea, 100) - scaled(indoorSportsArea, 100), 0);
  return sportsFieldArea === null ? null : scaled(sportsFieldArea, 100) + scaled(indoorSportsArea, 100);
}

/** The amount of a section; null while something that it needs is not filled in, or cannot be a count. */
export function amountOf(section: StageSection, key: IndicatorKey): Amount | null {
  const { facts, stage, students, weight, pool } = section;
  if (students === null || !isCount(students)) return null;
  if (key === "degreeTeachers" || key === "backboneTeachers" || key === "artsPeTeachers") {
    const quantity = facts[key][stage];
    return quantity === null || !isCount(quantity) ? null : { quantity, weight: 1, pool: students, students };
  }
  if (pool === null || pool === 0) return null;
  const quantity = physicalTotal(facts, key);
  return quantity === null || !isCount(quantity) ? null : { quantity, weight, pool, students };
}

/** Per 100 pupils or per pupil, in the indicator's unit, unrounded. */
export function valueOf(key: IndicatorKey, amount: Amount): number {
  const { per, baseUnits } = INDICATORS[key];
  return (amount.quantity * amount.weight * per) / (amount.pool * baseUnits);
}

/** Exactly whether the value reaches the (whole) threshold. */
export const reaches = (key: IndicatorKey, amount: Amount, threshold: number): boolean => productAtLeast(amount.quantity, amount.weight, FACTOR[key], threshold, amount.pool);

/** The raw amount missing to the (whole) threshold, as the section's own share: people and rooms, 0.01 ㎡ or 1 元, rounded up. */
export function missingTo(key: IndicatorKey, amount: Amount, threshold: number): number {
  const { quantity, weight, pool, students } = amount;
  const factor = FACTOR[key];
  const { baseUnits } = INDICATORS[key];
  const [needed, present] = [threshold * students, quantity * factor];
  if (weight === 1 && pool === students && needed <= Number.MAX_SAFE_INTEGER && present <= Number.MAX_SAFE_INTEGER) return ceilDivideSafe(needed - present, factor) / baseUnits;
  const lack = BigInt(threshold) * BigInt(pool) - BigInt(quantity) * BigInt(weight) * BigInt(factor);
  return ceilDivide(BigInt(students) * lack, BigInt(factor) * BigInt(pool)) / baseUnits;
}
