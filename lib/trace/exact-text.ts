/** A figure with every digit that it has, grouped by threes: what is recomputed is shown unrounded. */
export const exactText = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 12 });

/** Whether a recomputed figure is the stored one to the last bit. */
export const sameFigure = (a: number | boolean | null | undefined, b: number | boolean | null | undefined): boolean => (a ?? null) === (b ?? null);
