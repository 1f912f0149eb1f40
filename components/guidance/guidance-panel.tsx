import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { GuidanceView } from "@/lib/guidance/load-guidance";
import { dateText } from "@/lib/time";
import { ReplyGuidance, SendGuidance } from "./guidance-forms";

/** Guidance sent to a division and below it, with the answers. */
export function GuidancePanel({ view }: { view: GuidanceView }) {
  const { place, items, targets, sends, replies } = view;
  const open = items.filter((item) => item.repliedAt === null).length;
  return (
    <>
      <Finding tone={open > 0 ? "pending" : "neutral"} sentence={items.length === 0 ? `${place.name}还没有指导意见。` : `${place.name}${place.level === "county" ? "收到" : "范围内"}指导意见 ${items.length} 条，${open > 0 ? `${open} 条还没有答复` : "都已答复"}。`} />
      {sends ? <Card title="发指导意见"><SendGuidance targets={targets} /></Card> : null}
      {items.length > 0 ? (
        <Card title="指导与答复">
          <ul className="divide-y divide-line">
            {items.map((item) => (
              <li key={item.id} id={item.id} className="scroll-mt-6 space-y-2 py-3">
                <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1"><span className="font-medium">{item.subject}</span><StatusTag tone={item.repliedAt ? "pass" : "pending"}>{item.repliedAt ? "已答复" : "待答复"}</StatusTag><span className="text-sm text-muted">{item.fromName} → {item.divisionName}，{dateText(item.sentAt)}</span></div>
                <p className="text-sm whitespace-pre-line">{item.body}</p>
                {item.reply && item.repliedAt ? <p className="border-l-2 border-line pl-3 text-sm whitespace-pre-line"><span className="text-muted">{dateText(item.repliedAt)} 答复：</span>{item.reply}</p> : null}
                {replies && item.repliedAt === null && item.divisionCode === place.code ? <ReplyGuidance id={item.id} version={item.version} subject={item.subject} /> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
