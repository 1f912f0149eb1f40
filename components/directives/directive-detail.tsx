import Link from "next/link";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { DirectiveView } from "@/lib/directives/load-directives";
import { DIRECTIVE_KINDS, DIRECTIVE_STATE_TONE, directiveStateName } from "@/lib/directives/rules";
import { dateText } from "@/lib/time";
import { DirectiveActs } from "./directive-acts";

/** One directive whole: what is asked and why, the talk, the answer with its material, and the end. */
export function DirectiveDetail({ view }: { view: DirectiveView }) {
  const { directive, addressed, late, acts, evidence, mayAttach } = view;
  const { kind, state } = directive;
  const text = (title: string, words: string) => (words ? <Card title={title}><p className="text-sm whitespace-pre-line">{words}</p></Card> : null);
  return (
    <>
      <Finding tone={late ? "fail" : DIRECTIVE_STATE_TONE[state]} sentence={`${DIRECTIVE_KINDS[kind]}：${directive.subject}，${directiveStateName(kind, state)}${late ? "，已逾期" : ""}。`}>
        <span className="flex flex-wrap items-center gap-2"><StatusTag tone={DIRECTIVE_STATE_TONE[state]}>{directiveStateName(kind, state)}</StatusTag>{directive.fromName} → {addressed}，{dateText(directive.sentAt)} 发出，{directive.dueOn} 前反馈{directive.documentNumber ? ` · ${directive.documentNumber}` : ""}</span>
      </Finding>
      <DirectiveActs key={directive.version} id={directive.id} version={directive.version} acts={acts} />
      {directive.grounds.length > 0 ? <Card title="依据的数据" lead="发出当日由平台计算。"><ul className="space-y-1 text-sm">{directive.grounds.map((ground) => <li key={ground.key}>{ground.sentence} <Link className="link no-print" href={ground.page} prefetch={false}>查看现状</Link></li>)}</ul></Card> : null}
      {text("要求", directive.body)}
      {text(`约谈记录${directive.heldOn ? `（${directive.heldOn}）` : ""}`, directive.minutes)}
      {text(`反馈${directive.repliedAt ? `（${dateText(directive.repliedAt)}）` : ""}`, directive.reply)}
      {mayAttach || evidence.length > 0 ? <Card title="反馈的佐证材料">{mayAttach ? <EvidenceField subject={{ entity: "directive", entityId: directive.id, item: "evidence" }} title={directive.subject} files={evidence} /> : <EvidenceLinks files={evidence} />}</Card> : null}
      {text(state === "closed" ? `办结意见${directive.closedAt ? `（${dateText(directive.closedAt)}）` : ""}` : state === "withdrawn" ? "撤回原因" : "退回原因", directive.opinion)}
    </>
  );
}
