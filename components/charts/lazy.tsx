"use client";

import dynamic from "next/dynamic";
import { CHART_HEIGHT } from "./height";

/** A place of the chart's height, so that nothing jumps when the drawing arrives. */
function Waiting() {
  return <div className="grid place-items-center rounded-md bg-page text-sm text-muted" style={{ height: CHART_HEIGHT }}>图表载入中，数据表可先查看</div>;
}

/** The drawings come after the page: their library is loaded by the browser alone and only where a chart stands. */
export const TrendChart = dynamic(() => import("./trend-chart").then((module) => module.TrendChart), { ssr: false, loading: Waiting });
export const WeaknessChart = dynamic(() => import("./weakness-chart").then((module) => module.WeaknessChart), { ssr: false, loading: Waiting });
export const SpreadChart = dynamic(() => import("./spread-chart").then((module) => module.SpreadChart), { ssr: false, loading: Waiting });
export const StandardRadar = dynamic(() => import("./standard-radar").then((module) => module.StandardRadar), { ssr: false, loading: Waiting });
