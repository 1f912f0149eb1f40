import Link from "next/link";
import { StatusTag } from "@/components/ui/status-tag";
import type { ExperienceItem } from "@/lib/experiences/list-experiences";
import { EXPERIENCE_STATE_NAME, EXPERIENCE_STATE_TONE } from "@/lib/experiences/rules";
import { itemTitle } from "@/lib/experiences/schema";
import { dateText } from "@/lib/time";

const since = (one: ExperienceItem) => (one.publishedAt ? `${dateText(one.publishedAt)} 列入全国经验库` : one.acceptedAt ? `${dateText(one.acceptedAt)} 列入省级经验库` : one.submittedAt ? `${dateText(one.submittedAt)} 报送` : `${dateText(one.updatedAt)} 修改`);

/** Experiences by title, item and county; each opens where the reader stands. */
export function ExperienceList({ at, items }: { at: string; items: ExperienceItem[] }) {
  return (
    <ul className="divide-y divide-line">
      {items.map((one) => (
        <li key={one.id} className="py-3 text-sm first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2"><Link className="link text-base" href={`/d/${at}/experiences/${one.id}`} prefetch={false}>{one.title}</Link><StatusTag tone={EXPERIENCE_STATE_TONE[one.state]}>{EXPERIENCE_STATE_NAME[one.state]}</StatusTag></p>
          <p className="text-muted">{one.place} · {itemTitle(one.item)} · {since(one)}{one.borrowed > 0 ? ` · 被 ${one.borrowed} 项任务借鉴` : ""}</p>
          {one.result ? <p className="mt-1 line-clamp-2">{one.result}</p> : null}
          {one.state === "returned" || one.state === "declined" ? <p className="mt-1 text-warn">{one.state === "returned" ? "退回原因" : "未列入原因"}：{one.reason}</p> : null}
        </li>
      ))}
    </ul>
  );
}
