"use client";

import { Area, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from "recharts";
import { AXIS, ChartBox, type LegendItem } from "@/components/charts/chart-box";

export type PupilPoint = { year: number; primary: number | null; junior: number | null; primaryRange: number[] | null; juniorRange: number[] | null };

const LEGEND: LegendItem[] = [{ name: "小学", mark: "line" }, { name: "初中", mark: "dashed" }, { name: "测算区间", mark: "soft" }];

/** Pupils by year as lines with gaps where a year is not whole, then the projected range as bands. */
export function PupilsChart({ label, points }: { label: string; points: PupilPoint[] }) {
  return (
    <ChartBox label={label} legend={LEGEND}>
      <ComposedChart data={points} margin={{ top: 12, right: 16, bottom: 0, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis dataKey="year" {...AXIS} />
        <YAxis {...AXIS} allowDecimals={false} />
        <Area dataKey="primaryRange" stroke="var(--color-brand)" fill="var(--color-brand-soft)" isAnimationActive={false} connectNulls={false} />
        <Area dataKey="juniorRange" stroke="var(--color-warn)" strokeDasharray="4 3" fill="var(--color-warn-soft)" isAnimationActive={false} connectNulls={false} />
        <Line dataKey="primary" stroke="var(--color-ink)" strokeWidth={2} dot={{ r: 3 }} isAnimationActive={false} connectNulls={false} />
        <Line dataKey="junior" stroke="var(--color-warn)" strokeWidth={2} strokeDasharray="5 3" dot={{ r: 3, strokeDasharray: "0" }} isAnimationActive={false} connectNulls={false} />
      </ComposedChart>
    </ChartBox>
  );
}
