import type { ListedItem } from "@/lib/counties/group-items";
import type { ItemOutcome } from "@/lib/results/get-county-results";
import { ItemHead } from "./item-head";
import { VerdictTag } from "./live-verdict";

const SHOWN = 5;

/** An item that nobody types: the schools' approved filings decide it. */
export function ComputedItem({ listed, outcome, trace }: { listed: ListedItem; outcome: ItemOutcome | undefined; trace: string | null }) {
  const failing = outcome?.failing ?? [];
  return (
    <article id={listed.key} className="scroll-mt-6 space-y-2 border-t border-line py-5 first:border-t-0 first:pt-0" aria-label={listed.title}>
      <ItemHead listed={listed} trace={trace}><VerdictTag met={outcome?.met ?? null} /></ItemHead>
      <p className="rounded bg-page px-3 py-2 text-sm">
        {outcome?.text ?? "尚无审定数据"}
        {failing.length > 0 ? `：${failing.slice(0, SHOWN).join("、")}${failing.length > SHOWN ? `等 ${failing.length} 所` : ""}` : ""}
        <span className="text-muted"> · 由学校自评审定数据计算</span>
      </p>
    </article>
  );
}
