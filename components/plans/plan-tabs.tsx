import Link from "next/link";
import type { DivisionLevel } from "@/lib/divisions/codes";

const TABS: Record<DivisionLevel, [path: string, label: string][]> = {
  nation: [["", "目标与进展"], ["/behind", "滞后县"]],
  province: [["", "规划表"], ["/shares", "目标与进展"], ["/behind", "滞后县"], ["/support", "重点支持与研讨观摩"], ["/history", "变更记录"]],
  city: [["", "规划表"], ["/behind", "滞后县"], ["/support", "重点支持与研讨观摩"], ["/history", "变更记录"]],
  county: [["", "目标与进度"], ["/solver", "方案测算"], ["/group", "领导小组"], ["/spending", "教育支出"], ["/projects", "建设项目与学位"], ["/support", "重点支持与研讨观摩"]],
};

/** The pages under 规划与目标 of a place. `current` is the part after /plan. */
export function PlanTabs({ code, level, current }: { code: string; level: DivisionLevel; current: string }) {
  return (
    <nav aria-label="规划与目标" className="no-print -mx-1 flex flex-wrap gap-1 border-b border-line text-sm">
      {TABS[level].map(([path, label]) => (
        <Link key={path} href={`/d/${code}/plan${path}`} prefetch={false} aria-current={path === current ? "page" : undefined}
          className="rounded-t-md px-3 py-2 hover:bg-brand-soft aria-[current]:border-b-2 aria-[current]:border-brand aria-[current]:font-semibold aria-[current]:text-brand">{label}</Link>
      ))}
    </nav>
  );
}
