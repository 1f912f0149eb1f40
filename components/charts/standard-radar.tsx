"use client";

import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart } from "recharts";
import { ChartBox, LABEL, type LegendItem } from "./chart-box";

export type RadarPoint = { name: string; school: number | null; standard: number; floor: number };
type Props = { label: string; points: RadarPoint[]; rim: number };

const LEGEND: LegendItem[] = [{ name: "本校", mark: "solid" }, { name: "标准（100%）", mark: "line" }, { name: "标准的 85%", mark: "limit" }];

/** A school's seven values as percent of the standard, beside the standard and 85 % of it; what is far above is drawn at the rim. */
export function StandardRadar({ label, points, rim }: Props) {
  return (
    <ChartBox label={label} legend={LEGEND}>
      <RadarChart data={points} outerRadius="68%" margin={{ top: 4, right: 8, bottom: 0, left: 8 }} accessibilityLayer={false}>
        <PolarGrid stroke="var(--color-line)" />
        <PolarAngleAxis dataKey="name" tick={{ ...LABEL, fontSize: 11.5 }} />
        <PolarRadiusAxis domain={[0, rim]} tickCount={4} tick={false} axisLine={false} />
        <Radar dataKey="standard" stroke="var(--color-ink)" strokeWidth={1.5} fill="none" isAnimationActive={false} />
        <Radar dataKey="floor" stroke="var(--color-fail)" strokeDasharray="4 3" fill="none" isAnimationActive={false} />
        <Radar dataKey="school" stroke="var(--color-brand)" strokeWidth={2} fill="var(--color-brand)" fillOpacity={0.18} dot={{ r: 2.5 }} isAnimationActive={false} />
      </RadarChart>
    </ChartBox>
  );
}
