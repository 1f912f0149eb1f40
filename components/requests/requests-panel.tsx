import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { RequestItem } from "@/lib/requests/list-requests";
import { RequestList } from "./request-list";

type Props = { name: string; asked: RequestItem[]; received: RequestItem[] | null; askHref: string | null };

function sentenceOf(name: string, asked: RequestItem[], received: RequestItem[] | null): string {
  const waiting = (list: RequestItem[]) => list.filter((request) => request.state === "sent").length;
  const late = received?.filter((request) => request.state === "sent" && request.late).length ?? 0;
  const up = asked.length > 0 ? `向上提请 ${asked.length} 件，${waiting(asked) > 0 ? `${waiting(asked)} 件待答复` : "均已办理"}` : "";
  const down = received && received.length > 0 ? `收到下级提请 ${received.length} 件，${waiting(received) > 0 ? `${waiting(received)} 件待本级答复` : "均已答复"}${late > 0 ? `（${late} 件逾期）` : ""}` : "";
  const parts = [up, down].filter(Boolean);
  return parts.length > 0 ? `${name}${parts.join("；")}。` : `${name}没有提请上级解决的困难问题。`;
}

/** Both sides of 困难问题 of a place: what it waits for, and what waits for it. */
export function RequestsPanel({ name, asked, received, askHref }: Props) {
  const late = [...asked, ...(received ?? [])].some((request) => request.late);
  return (
    <>
      <Finding tone={late ? "warn" : asked.length + (received?.length ?? 0) > 0 ? "pending" : "neutral"} sentence={sentenceOf(name, asked, received)}>学校提请县级，县级提请市级（没有设区市的提请省级），逐级答复。{askHref ? <span className="no-print mt-2 block"><Link className={buttonClass("primary")} href={askHref} prefetch={false}>提请上级解决</Link></span> : null}</Finding>
      {received && received.length > 0 ? <Card title={`下级提请 ${received.length} 件`}><RequestList requests={received} /></Card> : null}
      {asked.length > 0 ? <Card title={`向上提请 ${asked.length} 件`}><RequestList requests={asked} /></Card> : null}
      {asked.length + (received?.length ?? 0) === 0 ? <Empty title="还没有困难问题">本级解决不了的缺口，在台账的问题页选择“提请上级解决”，数据随问题带入。</Empty> : null}
    </>
  );
}
