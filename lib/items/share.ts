/** part ÷ whole as a number from 0; null where the whole is 0. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** part ÷ whole ≥ percent, exact for whole counts. */
export const atLeast = (part: number, whole: number, percent: number): boolean => part * 100 >= whole * percent;

/** “84.9%”: one decimal, cut and not rounded, so that a figure below its limit never prints as the limit; what has no limit is printed by formatShare. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return "—";
  return `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)}%`;
}

/** 教督〔2017〕6号 社会认可度: percent of satisfied answers. */
export const RECOGNITION_PERCENT = 85;
