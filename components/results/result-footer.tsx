import Link from "next/link";
import { standardText, type StandardInForce } from "@/lib/standard/in-force";
import { dateTimeText } from "@/lib/time";

/** Which standard and readings, and when it was computed: under every result and on every print. */
export function ResultFooter({ computedAt, live, standard }: { computedAt: Date; /** Where 实时 figures come from; null: these are approved ones. */ live: string | null; standard: StandardInForce }) {
  return (
    <footer className="border-t border-line pt-3 text-sm text-muted">
      {live ? <Link className="link" prefetch={false} href={live}>实时数据（未审定）的来源</Link> : "审定数据"}，计算于 {dateTimeText(computedAt)} · {standardText(standard)}
    </footer>
  );
}
