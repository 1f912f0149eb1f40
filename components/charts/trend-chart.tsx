"use client";

import { Bar, CartesianGrid, ComposedChart, LabelList, Line, XAxis, YAxis } from "recharts";
import { AXIS, ChartBox, LABEL, legend } from "./chart-box";

export type TrendPoint = { year: number; met: number | null; planned: number };

/** Counties that meet the standard by year as bars, those that the plans name as a dashed line. */
export function TrendChart({ label, points }: { label: string; points: TrendPoint[] }) {
  return (
    <ChartBox label={label}>
      <ComposedChart data={points} margin={{ top: 20, right: 12, bottom: 0, left: -12 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis dataKey="year" {...AXIS} />
        <YAxis allowDecimals={false} {...AXIS} />
        {legend}
        <Bar name="达到标准（按审定数据）" dataKey="met" fill="var(--color-brand)" maxBarSize={36} isAnimationActive={false} legendType="square"><LabelList dataKey="met" position="top" {...LABEL} /></Bar>
        <Line name="规划表累计列入" dataKey="planned" type="stepAfter" stroke="var(--color-warn)" strokeWidth={2} strokeDasharray="5 3" dot={{ r: 2.5, strokeDasharray: "0" }} isAnimationActive={false} legendType="plainline" />
      </ComposedChart>
    </ChartBox>
  );
}
