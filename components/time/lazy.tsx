"use client";

import dynamic from "next/dynamic";
import { CHART_HEIGHT } from "@/components/charts/height";

function Waiting() {
  return <div className="grid place-items-center rounded-md bg-page text-sm text-muted" style={{ height: CHART_HEIGHT }}>图表载入中，下表可先查看</div>;
}

/** Comes after the page, in the browser alone. */
export const PupilsChart = dynamic(() => import("./pupils-chart").then((module) => module.PupilsChart), { ssr: false, loading: Waiting });
