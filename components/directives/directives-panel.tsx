import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import type { DirectivesView } from "@/lib/directives/load-directives";
import { DirectiveList } from "./directive-list";

/** 督办, 通报 and 约谈 addressed to a place and below. */
export function DirectivesPanel({ view: { place, directives, sends } }: { view: DirectivesView }) {
  const waiting = directives.filter((one) => one.state === "sent" || one.state === "held").length;
  const late = directives.filter((one) => one.late).length;
  return (
    <>
      <Finding tone={late > 0 ? "fail" : waiting > 0 ? "warn" : "neutral"} sentence={directives.length === 0 ? `${place.name}没有督办、通报和约谈。` : `${place.name}${place.level === "county" ? "收到" : "范围内"}督办、通报、约谈 ${directives.length} 件，${waiting > 0 ? `${waiting} 件待反馈` : "均已反馈"}${late > 0 ? `（${late} 件逾期）` : ""}。`}>
        上级依据规划进度、整改台账和数据疑点发出，下级反馈整改情况，发出单位办结；中间各级都能看到。
        {sends ? <span className="no-print mt-2 block"><Link className={buttonClass("primary")} href={`/d/${place.code}/directives/new`} prefetch={false}>发出督办、通报、约谈</Link></span> : null}
      </Finding>
      {directives.length === 0 ? <Empty title="没有需要反馈的事项">收到后在这里办理。</Empty> : <Card title={`${directives.length} 件`}><DirectiveList at={place.code} directives={directives} /></Card>}
    </>
  );
}
