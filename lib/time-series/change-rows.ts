import { printedParts, type Change, type ChangeParts, type decomposeCounty } from "@/lib/evaluation/decompose";
import { formatCv, formatValue } from "@/lib/evaluation/format";
import { INDICATORS, STAGE_NAME, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** A change as it is printed: the two figures, their difference, and three parts that add up to the difference. */
export type PrintedChange = ChangeParts & { before: string; after: string; change: number; decimals: number };
export type ChangeRow = { stage: Stage; key: IndicatorKey; cv: PrintedChange | null; mean: PrintedChange | null };
type Outcomes = Partial<Record<Stage, { indicators: Record<IndicatorKey, { cvLimit: number; cvPass: boolean }> }>>;

const numberOf = (printed: string): number => Number(printed.replaceAll(",", ""));

function printed(change: Change, before: string, after: string, decimals: number): PrintedChange {
  const by = 10 ** decimals;
  const difference = (Math.round(numberOf(after) * by) - Math.round(numberOf(before) * by)) / by;
  return { before, after, change: difference, decimals, ...printedParts(change, difference, decimals) };
}

const cvText = (value: number, outcomes: Outcomes, stage: Stage, key: IndicatorKey): string => {
  const own = outcomes[stage]?.indicators[key];
  return formatCv(value, !own || own.cvPass ? undefined : own.cvLimit);
};

/** The changes of a county as its page prints them: coefficients with three decimals, means with two. */
export function changeRows(changes: ReturnType<typeof decomposeCounty>, before: Outcomes, after: Outcomes): ChangeRow[] {
  return changes.filter(({ stage }) => before[stage] && after[stage]).map(({ stage, key, cv, mean }) => ({
    stage, key,
    cv: cv && printed(cv, cvText(cv.before, before, stage, key), cvText(cv.after, after, stage, key), 3),
    mean: mean && printed(mean, formatValue(key, mean.before), formatValue(key, mean.after), 2),
  }));
}

/** “+0.012”, “−0.003”, “0.000”. */
export const signed = (value: number, decimals: number): string => `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}`;

/** “在校生变化 +0.001、资源变化 −0.009、学校增减 +0.002”. */
export const partsText = ({ pupils, resources, roster, decimals }: PrintedChange): string =>
  `在校生变化 ${signed(pupils, decimals)}、资源变化 ${signed(resources, decimals)}、学校增减 ${signed(roster, decimals)}`;

/** The sentence that opens the page: how many coefficients fell and rose, and the one that moved most with its parts. */
export function changeSentence(rows: readonly ChangeRow[]): string {
  const known = rows.flatMap((row) => (row.cv ? [{ ...row, cv: row.cv }] : []));
  const [fell, rose] = [known.filter(({ cv }) => cv.change < 0).length, known.filter(({ cv }) => cv.change > 0).length];
  const most = [...known].sort((a, b) => Math.abs(b.cv.change) - Math.abs(a.cv.change))[0];
  if (!most) return "没有可以比较的差异系数。";
  const head = `${known.length} 项差异系数中 ${fell} 项缩小、${rose} 项扩大`;
  if (most.cv.change === 0) return `${head}，均没有变化。`;
  return `${head}；变动最大的是${STAGE_NAME[most.stage]}${INDICATORS[most.key].shortName}，由 ${most.cv.before} 变为 ${most.cv.after}（${partsText(most.cv)}）。`;
}
