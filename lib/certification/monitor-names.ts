/** 年度监测 in words. */
export const MONITOR_CONCLUSIONS = ["held", "slipped"] as const;
export type MonitorConclusion = (typeof MONITOR_CONCLUSIONS)[number];
export const MONITOR_NAME: Record<MonitorConclusion, string> = { held: "保持认定水平", slipped: "有下滑" };
