import Link from "next/link";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { dateTimeText } from "@/lib/time";
import { RESULT_NAME, checkLabel, type CheckResult } from "@/lib/visits/check-items";
import type { VisitView } from "@/lib/visits/load-visit";
import { recordDraftOf } from "@/lib/visits/record-draft";
import { VISIT_KIND_NAME, VISIT_STATE_NAME, VISIT_STATE_TONE, isDone, isMissed } from "@/lib/visits/rules";
import { PlanForm } from "./plan-form";
import { RecordForm } from "./record-form";
import { AcknowledgeForm, CancelForm } from "./visit-acts";
import { VisitStateTag } from "./visit-state";

const TONE: Record<CheckResult, "pass" | "fail" | "neutral"> = { good: "pass", problem: "fail", unseen: "neutral" };

function sentenceOf({ visit, school, today }: VisitView): string {
  const problems = visit.results.filter(({ result }) => result === "problem").length;
  if (visit.state === "cancelled") return `${school.name} ${visit.plannedOn} 的访校计划已取消。`;
  if (!isDone(visit.state)) return `${school.name}：计划 ${visit.plannedOn} 访校，查看 ${visit.items.length} 项${isMissed(visit, today) ? "，已过计划日期" : ""}。`;
  return `${school.name}：${visit.visitedOn} 访校，查看 ${visit.results.filter(({ result }) => result !== "unseen").length} 项，${problems > 0 ? `${problems} 项发现问题` : "没有发现问题"}，提出整改 ${visit.issues.length} 个，${VISIT_STATE_NAME[visit.state]}。`;
}

/** One visit whole: what was planned and approved, what was found, and what the reader may do now. */
export function VisitDetail({ view, base }: { view: VisitView; base: string }) {
  const { visit, acts, photos, today } = view;
  const key = { visitId: visit.id, version: visit.version };
  const facts: [string, string][] = [
    ["类别", `${VISIT_KIND_NAME[visit.kind]}${visit.organiser ? `（${visit.organiser}）` : ""}`], ["安排人", visit.visitorName], ["计划日期", visit.plannedOn],
    ["查看内容", visit.items.map(checkLabel).join("、")], ["审批依据", visit.basis], ["批准文号", visit.approvalNumber], ["计入清单", `${visit.year} 年`],
    ...(visit.reason ? [["取消原因", visit.reason] as [string, string]] : []),
  ];
  const ledger = base.startsWith("/d/") ? `/d/${visit.divisionCode}/ledger` : `/s/${visit.schoolId}/ledger`;
  const recording = acts.includes("record") || acts.includes("amend");
  const Photos = (
    <Card title="现场照片（选填）">
      <p className="mb-2 text-sm text-muted">照片中不要出现学生面部，不拍学生个人信息。</p>
      {view.mayAttach ? <EvidenceField subject={{ entity: "visit", entityId: visit.id, item: "photo" }} title="访校照片" files={photos} /> : photos.length > 0 ? <EvidenceLinks files={photos} /> : <p className="text-sm text-muted">没有照片。</p>}
    </Card>
  );
  return (
    <>
      <Finding tone={isMissed(visit, today) ? "fail" : VISIT_STATE_TONE[visit.state]} sentence={sentenceOf(view)}><VisitStateTag state={visit.state} missed={isMissed(visit, today)} /></Finding>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          {isDone(visit.state) ? (
            <Card title="督导记录" lead={visit.recordedAt ? `记录于 ${dateTimeText(visit.recordedAt)}` : undefined}>
              <ul className="mb-3 space-y-1.5 text-sm">{visit.results.map(({ item, result, note }) => <li key={item}><StatusTag tone={TONE[result]}>{RESULT_NAME[result]}</StatusTag> {checkLabel(item)}{note ? <span className="block pl-1 text-muted">{note}</span> : null}</li>)}</ul>
              <p className="text-sm whitespace-pre-line">{visit.findings}</p>
              {visit.issues.length > 0 ? <><h3 className="mt-4 mb-1 font-semibold">要整改的问题</h3><ol className="list-decimal space-y-1.5 pl-5 text-sm">{visit.issues.map((issue) => <li key={issue.entryId ?? issue.problem}>{issue.problem}{issue.measure ? `；措施：${issue.measure}` : ""}<span className="block text-muted">期限 {issue.dueOn}{issue.entryId ? <>，<Link className="link" href={`${ledger}/${issue.entryId}`} prefetch={false}>已进入整改台账</Link></> : null}</span></li>)}</ol></> : null}
              {visit.acknowledgedAt ? <p className="mt-4 text-sm"><span className="font-semibold">学校确认</span> {dateTimeText(visit.acknowledgedAt)}{visit.reply ? `：${visit.reply}` : ""}</p> : null}
            </Card>
          ) : null}
          {acts.includes("acknowledge") ? <Card title="学校确认"><AcknowledgeForm {...key} /></Card> : null}
          {recording ? <Card title={visit.state === "recorded" ? "补正记录" : "记录访校"}><RecordForm visit={visit} draft={recordDraftOf(visit, today)} today={today} /></Card> : null}
        </div>
        <div className="space-y-4">
          {view.mayAttach || isDone(visit.state) ? Photos : null}
          <Card title="计划与审批"><dl className="grid grid-cols-[5rem_1fr] gap-y-1.5 text-sm">{facts.map(([label, value]) => <div key={label} className="contents"><dt className="text-muted">{label}</dt><dd>{value}</dd></div>)}</dl></Card>
          {acts.includes("change") ? <details className="card px-5 py-3"><summary className="cursor-pointer py-1 text-sm text-brand">修改计划</summary><div className="mt-3"><PlanForm key={visit.version} target={key} draft={{ schoolId: visit.schoolId, plannedOn: visit.plannedOn, kind: visit.kind, organiser: visit.organiser, items: visit.items, basis: visit.basis, approvalNumber: visit.approvalNumber }} kinds={view.kinds} schools={[]} limit={null} base={base} /></div></details> : null}
          {acts.includes("cancel") ? <CancelForm {...key} /> : null}
        </div>
      </div>
    </>
  );
}
