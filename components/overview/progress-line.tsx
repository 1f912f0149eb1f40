import type { FilingProgress } from "@/lib/filings/count-progress";

/** “应报 122 所：已审定 104 所，待审核 4 所 …” */
export function ProgressLine({ progress }: { progress: FilingProgress }) {
  const parts = [
    [progress.approved, "已审定"],
    [progress.submitted, "待审核"],
    [progress.returned, "已退回"],
    [progress.open, "未提交"],
    [progress.overdue, "其中逾期"],
  ] as const;
  return <p>填报进度：应报 {progress.expected.toLocaleString("zh-CN")} 所，{parts.filter(([count]) => count > 0).map(([count, name]) => `${name} ${count.toLocaleString("zh-CN")} 所`).join("，") || "尚未开始"}。</p>;
}
