"use client";

import { Bar, BarChart, CartesianGrid, LabelList, XAxis, YAxis } from "recharts";
import { AXIS, ChartBox, LABEL, type LegendItem } from "./chart-box";

export type WeaknessBar = { name: string; primary: number | null; junior: number | null };

const LEGEND: LegendItem[] = [{ name: "小学", mark: "solid" }, { name: "初中", mark: "soft" }];

/** Counties beyond the limit of each coefficient, primary and junior side by side. */
export function WeaknessChart({ label, bars }: { label: string; bars: WeaknessBar[] }) {
  return (
    <ChartBox label={label} legend={LEGEND}>
      <BarChart data={bars} layout="vertical" margin={{ top: 0, right: 32, bottom: 0, left: 0 }} barGap={1} barCategoryGap="18%" accessibilityLayer={false}>
        <CartesianGrid horizontal={false} stroke="var(--color-line)" />
        <XAxis type="number" allowDecimals={false} {...AXIS} />
        <YAxis type="category" dataKey="name" width={76} interval={0} {...AXIS} tick={{ fontSize: 11.5, fill: "var(--color-ink)" }} />
        <Bar dataKey="primary" fill="var(--color-brand)" minPointSize={1} isAnimationActive={false}><LabelList dataKey="primary" position="right" {...LABEL} fontSize={11} /></Bar>
        <Bar dataKey="junior" fill="var(--color-brand-soft)" stroke="var(--color-brand)" minPointSize={1} isAnimationActive={false}><LabelList dataKey="junior" position="right" {...LABEL} fontSize={11} /></Bar>
      </BarChart>
    </ChartBox>
  );
}
