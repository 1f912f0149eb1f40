import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { summariseWork, type WorkGroup } from "@/lib/work/work-item";

/** What waits for the person, kind by kind, each one click from its place. */
export function WorkPanel({ groups }: { groups: WorkGroup[] }) {
  const { sentence, tone } = summariseWork(groups);
  return (
    <>
      <Finding tone={tone} sentence={sentence}>按您现在的身份列出；办完一件，这里就少一件。</Finding>
      <div className="gap-4 lg:columns-2">
        {groups.filter((group) => group.items.length > 0).map((group) => (
          <Card key={group.title} className="mb-4 break-inside-avoid" title={`${group.title} ${group.items.length + group.more} 件`}>
            <ul className="divide-y divide-line text-sm">
              {group.items.map((item) => (
                <li key={item.key} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
                  <Link className="link min-w-0 flex-1" href={item.href} prefetch={false}>{item.title}</Link>
                  {item.overdue ? <StatusTag tone="fail">逾期</StatusTag> : null}
                  {item.dueOn ? <span className="text-muted tabular-nums">{item.dueOn}</span> : null}
                  {item.detail ? <span className="w-full text-muted">{item.detail}</span> : null}
                </li>
              ))}
            </ul>
            {group.more > 0 ? <p className="mt-2 text-sm text-muted">还有 {group.more} 件，请到相应栏目查看。</p> : null}
          </Card>
        ))}
      </div>
    </>
  );
}
