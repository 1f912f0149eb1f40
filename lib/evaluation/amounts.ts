import { INDICATORS, type IndicatorKey } from "@/lib/standard/indicators";
import type { SchoolFacts } from "./facts";
import type { StageSection } from "./sections";
import { ceilDivide, productAtLeast } from "./exact";

/** Thresholds are kept to four decimals. */
const THRESHOLD_SCALE = 10_000;

/**
 * A section's amount of one indicator as integers: the value is `quantity × weight ÷ (pool × unit)`, where `quantity` is
 * whole people, rooms, 0.01 ㎡ or 元. So a comparison with a threshold is one of whole numbers.
 */
export type Amount = { quantity: number; weight: number; pool: number; students: number };

/** quantity × weight × FACTOR ≥ threshold₄ × pool ⇔ value ≥ threshold. */
const FACTOR: Record<IndicatorKey, number> = {
  degreeTeachers: 1_000_000,
  backboneTeachers: 1_000_000,
  artsPeTeachers: 1_000_000,
  teachingArea: 100,
  sportsArea: 100,
  equipmentValue: 10_000,
  multimediaRooms: 1_000_000,
};

const scaled = (value: number, by: number): number => Math.round(value * by);
const hundredths = (value: number | null): number | null => (value === null ? null : scaled(value, 100));

/** The school's total of a physical indicator in base units (教督〔2017〕6号 资源配置 4–7). */
function physicalTotal(facts: SchoolFacts, key: IndicatorKey): number | null {
  const indoor = hundredths(facts.indoorSportsArea);
  if (key === "teachingArea") {
    const area = hundredths(facts.teachingArea);
    return area === null || indoor === null ? null : Math.max(area - indoor, 0);
  }
  if (key === "sportsArea") {
    const field = hundredths(facts.sportsFieldArea);
    return field === null || indoor === null ? null : field + indoor;
  }
  if (key === "equipmentValue") return facts.equipmentValueWan === null ? null : scaled(facts.equipmentValueWan, 10_000);
  return facts.multimediaRooms;
}

/** The amount of a section; null while something that it needs is not filled in. */
export function amountOf(section: StageSection, key: IndicatorKey): Amount | null {
  const { facts, stage, students } = section;
  if (students === null) return null;
  if (key === "degreeTeachers" || key === "backboneTeachers" || key === "artsPeTeachers") {
    const quantity = facts[key][stage];
    return quantity === null ? null : { quantity, weight: 1, pool: students, students };
  }
  const quantity = physicalTotal(facts, key);
  return quantity === null || section.pool === null || section.pool === 0 ? null : { quantity, weight: section.weight, pool: section.pool, students };
}

/** Per 100 pupils or per pupil, in the indicator's unit, unrounded. */
export function valueOf(key: IndicatorKey, amount: Amount): number {
  const { per, baseUnits } = INDICATORS[key];
  return (amount.quantity * amount.weight * per) / (amount.pool * baseUnits);
}

/** Exactly whether the value reaches `percent` per cent of the threshold. */
export function reaches(key: IndicatorKey, amount: Amount, threshold: number, percent: number): boolean {
  return productAtLeast([amount.quantity, amount.weight, FACTOR[key], 100], [scaled(threshold, THRESHOLD_SCALE), amount.pool, percent]);
}

/** The raw amount missing to the threshold, as the section's own share: whole people and rooms, 0.01 ㎡ or 1 元, rounded up. */
export function missingTo(key: IndicatorKey, amount: Amount, threshold: number): number {
  const { quantity, weight, pool, students } = amount;
  const factor = BigInt(FACTOR[key]);
  const lack = BigInt(scaled(threshold, THRESHOLD_SCALE)) * BigInt(pool) - BigInt(quantity) * BigInt(weight) * factor;
  return ceilDivide(BigInt(students) * lack, factor * BigInt(pool)) / INDICATORS[key].baseUnits;
}
