"use client";

import type { ReactElement } from "react";
import { Legend, ResponsiveContainer } from "recharts";
import { CHART_HEIGHT } from "./height";

/** The frame of a drawing: what it shows is said in words; its figures stand in the table beside it. */
export function ChartBox({ label, children }: { label: string; children: ReactElement }) {
  return (
    <div role="img" aria-label={label} style={{ height: CHART_HEIGHT }}>
      <ResponsiveContainer width="100%" height={CHART_HEIGHT}>{children}</ResponsiveContainer>
    </div>
  );
}

export const AXIS = { tick: { fontSize: 12, fill: "var(--color-muted)" }, stroke: "var(--color-line)" } as const;
/** The words of a legend in ink, whatever the colour of their mark. */
export const legend = <Legend iconSize={12} wrapperStyle={{ fontSize: 12 }} formatter={(name: string) => <span style={{ color: "var(--color-ink)" }}>{name}</span>} />;
export const LABEL = { fontSize: 12, fill: "var(--color-ink)" } as const;
