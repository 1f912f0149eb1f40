import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import type { ReviewView } from "@/lib/certification/load-review";
import { GROUP_NAME } from "@/lib/certification/review-items";
import { BODY } from "@/lib/certification/stages";
import { ReviewForm } from "./review-form";
import { ReviewTable } from "./review-table";

/** 逐项审核, one of the five groups at a time. */
export function ReviewPanel({ view: { place, year, caseId, group, counts, lines, level, refusal } }: { view: ReviewView }) {
  const total = counts.reduce((sum, one) => sum + one.total, 0);
  const given = counts.reduce((sum, one) => sum + one.given, 0);
  const evaluates = level !== null && level !== "county";
  return (
    <>
      <Finding tone={evaluates && given < total ? "pending" : "neutral"} sentence={evaluates ? `${place.name}：${BODY[level]}已对 ${total} 项中的 ${given} 项给出意见。` : `${place.name}逐项审核意见。`}>
        <Link className="link" href={`/d/${place.code}/certification`} prefetch={false}>返回申报历程</Link>{evaluates && refusal ? <span className="ml-3">{refusal}</span> : null}
      </Finding>
      <Card title={GROUP_NAME[group]} lead={group === "veto" ? "只有“经查实”的情形才阻止认定。" : "左侧是平台按报送时存档的数据计算的结果。"}>
        <nav aria-label="项目分组" className="no-print mb-3 flex flex-wrap gap-2 text-sm">
          {counts.map((one) => <Link key={one.group} href={`/d/${place.code}/certification/review?group=${one.group}`} scroll={false} prefetch={false} aria-current={one.group === group ? "page" : undefined} className="rounded border border-line px-2.5 py-1 aria-[current]:bg-brand-soft aria-[current]:font-semibold aria-[current]:text-brand">{GROUP_NAME[one.group]} {evaluates ? `${one.given}／` : ""}{one.total}</Link>)}
        </nav>
        {evaluates && refusal === null ? <ReviewForm key={group} code={place.code} year={year} caseId={caseId} lines={lines} /> : <ReviewTable code={place.code} year={year} lines={lines} />}
      </Card>
    </>
  );
}
