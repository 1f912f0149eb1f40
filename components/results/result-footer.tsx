import { STANDARD_NAME } from "@/lib/standard/indicators";
import { dateTimeText } from "@/lib/time";

/** Which standard and readings, and when it was computed: under every result and on every print. */
export function ResultFooter({ computedAt, live }: { computedAt: Date; live: boolean }) {
  return (
    <footer className="border-t border-line pt-3 text-sm text-muted">
      {live ? "实时数据（未审定）" : "审定数据"}，计算于 {dateTimeText(computedAt)} · 标准：{STANDARD_NAME} · 口径：50 人以下教学点不计入，差异系数按在校生数加权，以未四舍五入的数值判定
    </footer>
  );
}
