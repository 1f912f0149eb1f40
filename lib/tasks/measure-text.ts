/** A percentage to one decimal that never says 100 while something is missing. */
export function formatValue(percent: number, whole: boolean): string {
  if (whole) return "100";
  return Math.min(99.9, Math.floor(percent * 10) / 10).toFixed(1);
}
