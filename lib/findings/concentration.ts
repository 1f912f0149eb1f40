import type { Contribution } from "@/lib/evaluation/contributions";
import { formatShare } from "@/lib/evaluation/format";

/** The schools that a coefficient's differences lie in: the fewest that make up half of it, if they are few. */
export type Concentration = { schools: Contribution[]; share: number; concentrated: boolean; above: number; below: number };

/** More schools than this are not “few”. */
const FEW = 5;
const HALF = 0.5;

/** From contributions, largest first. Null where nothing varies or data is missing. */
export function concentrationOf(contributions: readonly Contribution[]): Concentration | null {
  if (contributions.length === 0) return null;
  const schools: Contribution[] = [];
  let share = 0;
  for (const part of contributions) {
    if (share >= HALF || schools.length === FEW) break;
    schools.push(part);
    share += part.share;
  }
  return { schools, share: Math.min(1, share), concentrated: share >= HALF, above: schools.filter((part) => part.side === "above").length, below: schools.filter((part) => part.side === "below").length };
}

const sides = ({ above, below }: Concentration): string => [above > 0 ? `${above} 所高于` : "", below > 0 ? `${below} 所低于` : ""].filter(Boolean).join("、");

/** “差异主要集中在 3 所学校（1 所高于、2 所低于县均值），合计占 54.3%”: where, never why. */
export function concentrationText(found: Concentration): string {
  const share = formatShare(found.share);
  const where = sides(found) === "" ? "" : `（${sides(found)}县均值）`;
  return found.concentrated ? `差异主要集中在 ${found.schools.length} 所学校${where}，合计占 ${share}` : `差异分散，份额最大的 ${found.schools.length} 所学校${where}合计占 ${share}`;
}
