import { TraceAnchor } from "@/components/trace/trace-link";
import { isVeto, reviewItem } from "@/lib/certification/review-items";
import { itemTrace } from "@/lib/trace/keys";

/** Where the reviewed item is derived from the data that stands now; the opinion rests on what was frozen at the submission. */
export function ReviewTrace({ code, year, item, aside }: { code: string; year: number; item: string; /** Beside opinions that are not saved yet. */ aside?: boolean }) {
  const found = reviewItem(item);
  if (!found) return null;
  const href = found.group === "resource" ? `/d/${code}/indicators?year=${year}` : itemTrace(code, year, isVeto(item) ? "veto" : item);
  return <span className="block text-xs text-muted"><TraceAnchor href={href} aside={aside}>现行数据的来历<span className="sr-only">：{found.title}</span></TraceAnchor></span>;
}
