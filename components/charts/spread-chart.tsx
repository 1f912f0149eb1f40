"use client";

import { Bar, BarChart, CartesianGrid, XAxis, YAxis } from "recharts";
import { AXIS, ChartBox, type LegendItem } from "./chart-box";

export type SpreadBar = { from: string; within: number; over: number };

const LEGEND: LegendItem[] = [{ name: "限值以内的县", mark: "solid" }, { name: "超过限值的县", mark: "hatched" }];

/** How many counties lie in each step of a coefficient; those beyond the limit are hatched, so that the two differ without colour. */
export function SpreadChart({ label, bars }: { label: string; bars: SpreadBar[] }) {
  return (
    <ChartBox label={label} legend={LEGEND}>
      <BarChart data={bars} margin={{ top: 12, right: 12, bottom: 0, left: -12 }} barCategoryGap="8%" accessibilityLayer={false}>
        <defs>
          <pattern id="spread-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--color-fail-soft)" /><rect width="2.5" height="6" fill="var(--color-fail)" /></pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis dataKey="from" {...AXIS} minTickGap={4} />
        <YAxis allowDecimals={false} {...AXIS} />
        <Bar dataKey="within" stackId="n" fill="var(--color-brand)" isAnimationActive={false} />
        <Bar dataKey="over" stackId="n" fill="url(#spread-over)" stroke="var(--color-fail)" isAnimationActive={false} />
      </BarChart>
    </ChartBox>
  );
}
