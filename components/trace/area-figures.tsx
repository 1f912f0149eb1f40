import type { Standing } from "@/lib/findings/rules-area";
import { countiesTrace } from "@/lib/trace/keys";
import { TraceLink } from "./trace-link";

const n = (value: number) => value.toLocaleString("zh-CN");

/** The counts of an area's headline, each with the counties behind it. */
export function AreaFigures({ code, year, now: { reported, resourcePassed, compliant }, recognised }: { code: string; year: number; now: Standing; /** Null where the platform has no recognition on record. */ recognised: number | null }) {
  return (
    <p className="no-print flex flex-wrap gap-x-4">
      <span>逐县来历：</span>
      <TraceLink href={countiesTrace(code, year, "reported")}>完成审定 {n(reported)} 个</TraceLink>
      <TraceLink href={countiesTrace(code, year, "resource")}>资源配置达标 {n(resourcePassed)} 个</TraceLink>
      <TraceLink href={countiesTrace(code, year, "compliant")}>四个方面均达标 {n(compliant)} 个</TraceLink>
      {recognised === null ? null : <TraceLink href={countiesTrace(code, year, "recognised")}>已认定 {n(recognised)} 个</TraceLink>}
    </p>
  );
}
