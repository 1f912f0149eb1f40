"use client";

import type { ReactElement } from "react";
import { ResponsiveContainer } from "recharts";
import { CHART_HEIGHT } from "./height";

export type Mark = "solid" | "soft" | "hatched" | "line" | "dashed" | "limit";
export type LegendItem = { name: string; mark: Mark };

const LOOK: Record<Mark, string> = {
  solid: "h-3 bg-brand", soft: "h-3 border border-brand bg-brand-soft", hatched: "h-3 border border-fail bg-[repeating-linear-gradient(45deg,var(--color-fail)_0_1.5px,var(--color-fail-soft)_1.5px_4px)]",
  line: "border-t-2 border-ink", dashed: "border-t-2 border-dashed border-warn", limit: "border-t-2 border-dashed border-fail",
};
const LEGEND_HEIGHT = 28;

/** The frame of a drawing: what it shows is said in words, its marks by name; its figures stand in the table beside it. */
export function ChartBox({ label, legend, children }: { label: string; legend: LegendItem[]; children: ReactElement }) {
  const height = CHART_HEIGHT - LEGEND_HEIGHT;
  return (
    <div style={{ height: CHART_HEIGHT }}>
      <div role="img" aria-label={label} style={{ height }}><ResponsiveContainer width="100%" height={height}>{children}</ResponsiveContainer></div>
      <p className="flex flex-wrap items-center justify-center gap-x-4 text-xs" style={{ height: LEGEND_HEIGHT }}>
        {legend.map(({ name, mark }) => <span key={name} className="inline-flex items-center gap-1.5"><span aria-hidden className={`inline-block w-4 ${LOOK[mark]}`} />{name}</span>)}
      </p>
    </div>
  );
}

export const AXIS = { tick: { fontSize: 12, fill: "var(--color-muted)" }, stroke: "var(--color-line)" } as const;
export const LABEL = { fontSize: 12, fill: "var(--color-ink)" } as const;
