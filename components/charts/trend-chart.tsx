"use client";

import { Bar, CartesianGrid, ComposedChart, LabelList, Line, XAxis, YAxis } from "recharts";
import { AXIS, ChartBox, LABEL, type LegendItem } from "./chart-box";

export type TrendPoint = { year: number; met: number | null; planned: number; recognised: number | null };

const LEGEND: LegendItem[] = [{ name: "已认定（累计）", mark: "solid" }, { name: "达到标准（按审定数据）", mark: "soft" }, { name: "规划表累计列入", mark: "dashed" }];

/** By year: recognised counties and those that meet the standard by data as bars beside each other, those that the plans name as a dashed line. */
export function TrendChart({ label, points }: { label: string; points: TrendPoint[] }) {
  return (
    <ChartBox label={label} legend={LEGEND}>
      <ComposedChart data={points} margin={{ top: 20, right: 12, bottom: 0, left: -12 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--color-line)" />
        <XAxis dataKey="year" {...AXIS} />
        <YAxis allowDecimals={false} {...AXIS} />
        <Bar dataKey="recognised" fill="var(--color-brand)" maxBarSize={28} isAnimationActive={false}><LabelList dataKey="recognised" position="top" {...LABEL} /></Bar>
        <Bar dataKey="met" fill="var(--color-brand-soft)" stroke="var(--color-brand)" maxBarSize={28} isAnimationActive={false}><LabelList dataKey="met" position="top" {...LABEL} /></Bar>
        <Line dataKey="planned" type="stepAfter" stroke="var(--color-warn)" strokeWidth={2} strokeDasharray="5 3" dot={{ r: 2.5, strokeDasharray: "0" }} isAnimationActive={false} />
      </ComposedChart>
    </ChartBox>
  );
}
