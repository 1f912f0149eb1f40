import Link from "next/link";
import { gapText, moneyText } from "@/components/ledger/words";
import { buttonClass } from "@/components/ui/button";
import { StatusTag } from "@/components/ui/status-tag";
import type { RequestItem } from "@/lib/requests/list-requests";
import { REQUEST_STATE_NAME, REQUEST_STATE_TONE } from "@/lib/requests/rules";
import { dateText } from "@/lib/time";
import { RequestActs } from "./request-acts";

/** Requests with their figures and answers; each is worked on where it stands. */
export function RequestList({ requests, acting = true }: { requests: RequestItem[]; acting?: boolean }) {
  return (
    <ul className="divide-y divide-line">
      {requests.map((request) => (
        <li key={request.id} className="py-3 text-sm first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-2"><span className="text-base font-medium">{request.title}</span><StatusTag tone={REQUEST_STATE_TONE[request.state]}>{REQUEST_STATE_NAME[request.state]}</StatusTag>{request.late ? <StatusTag tone="fail">{request.state === "sent" ? "答复逾期" : "承诺逾期"}</StatusTag> : null}</p>
          <p className="text-muted">{request.from} → {request.to}，{dateText(request.sentAt)} 提请，请求 {request.dueOn} 前答复{request.gap === null ? "" : `；缺口 ${gapText(request)}`}{request.costYuan === null ? "" : `；经费 ${moneyText(request.costYuan)}`}</p>
          <p className="mt-1 whitespace-pre-line">{request.problem}</p>
          <p className="mt-1"><span className="text-muted">请求：</span>{request.asked}</p>
          {request.answer ? <p className="mt-1 rounded-md bg-page px-3 py-2"><span className="text-muted">{request.to}答复{request.answeredAt ? `（${dateText(request.answeredAt)}）` : ""}：</span>{request.answer}{request.promisedOn ? `（承诺 ${request.promisedOn} 前解决）` : ""}</p> : null}
          {request.reason ? <p className="mt-1"><span className="text-muted">{request.state === "withdrawn" ? "撤回原因" : "再次提请的原因"}：</span>{request.reason}</p> : null}
          {acting ? <RequestActs key={request.version} requestId={request.id} version={request.version} title={request.title} acts={request.acts} /> : null}
          {acting && request.mayCarry ? <p className="no-print mt-2"><Link className={buttonClass("plain")} href={`/d/${request.toDivision}/requests/new?request=${request.id}`} prefetch={false}>本级解决不了，转提上级</Link></p> : null}
        </li>
      ))}
    </ul>
  );
}
