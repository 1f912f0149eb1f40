import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import { GOVERNMENT_ITEMS, QUALITY_ITEMS } from "@/lib/standard/items";
import type { ItemOutcome } from "@/lib/results/get-county-results";
import { TraceLink } from "@/components/trace/trace-link";
import { itemTrace } from "@/lib/trace/keys";

/** Failing items are all shown; open ones as far as there is room. */
const MOST = 8;

const TITLES = new Map<string, string>([...GOVERNMENT_ITEMS, ...QUALITY_ITEMS].map((item) => [item.key, item.title]));

/** The items of 政府保障程度 and 教育质量 that do not pass or are still open, with what was found. */
export function ItemList({ items, traced }: { items: ItemOutcome[]; /** Where each item can be traced: stored ones alone. */ traced?: { code: string; year: number } }) {
  const shown = items.filter((item) => TITLES.has(item.item) && item.met !== true).sort((a, b) => Number(a.met !== false) - Number(b.met !== false));
  const failed = shown.filter((item) => item.met === false).length;
  return (
    <Card title={shown.length === 0 ? "政府保障、教育质量各项均达标" : failed > 0 ? `政府保障、教育质量有 ${failed} 项未达标` : `政府保障、教育质量有 ${shown.length} 项待数据`} lead="15 项政府保障程度、9 项教育质量须全部达标">
      <ul className="divide-y divide-line text-sm">
        {shown.slice(0, Math.max(failed, MOST)).map((item) => (
          <li key={item.item} className="flex items-start justify-between gap-3 py-2">
            <span>{traced ? <TraceLink href={itemTrace(traced.code, traced.year, item.item)}>{TITLES.get(item.item)}</TraceLink> : TITLES.get(item.item)}<span className="block text-muted">{item.text}</span></span>
            <StatusTag tone={item.met === false ? "fail" : "pending"}>{item.met === false ? "未达标" : "数据不全"}</StatusTag>
          </li>
        ))}
      </ul>
      {shown.length > Math.max(failed, MOST) ? <p className="pt-2 text-sm text-muted">另有 {shown.length - Math.max(failed, MOST)} 项待数据，见“指标”。</p> : null}
    </Card>
  );
}
