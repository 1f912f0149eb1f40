import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { standingAt } from "@/lib/evidence/standing";
import type { FilingView } from "@/lib/filings/load-filing";
import { FILING_STATE_NAME, FILING_STATE_TONE } from "@/lib/filings/states";
import { sectionsFor } from "@/lib/filings/form";
import { yearName } from "@/lib/results/years";
import { BranchList } from "./branch-list";
import { CorrectionPanel } from "./correction-panel";
import { FilingForm } from "./filing-form";
import { FilingRecord } from "./filing-record";
import { ReviewPanel } from "./review-panel";
import { VersionList } from "./version-list";

function headline({ filing, editable, closed, canReview, seesDraft }: FilingView): string {
  const what = `${filing.school.name}${yearName(filing.year)}自评`;
  if (canReview) return `${what}等待审核：请核对与上一版的差别后审定或退回。`;
  if (filing.state === "returned") return editable ? `${what}已被退回，请按意见更正后再提交。` : `${what}已退回学校更正${seesDraft ? "" : "，审定后可查看填报内容"}。`;
  if (filing.state === "correcting") return `${what}正在更正，原审定数据继续有效。`;
  if (filing.state === "approved") return `${what}已审定。`;
  if (filing.state === "submitted" || filing.state === "resubmitted") return `${what}已提交，等待县级教育行政部门审核。`;
  return editable ? `${what}填报中，填写内容自动保存。` : `${what}尚未提交。${closed ?? ""}`;
}

/** One filing: the form to those who fill it in now, else the record with its versions and the county's decision. */
export function FilingPage({ view, asked }: { view: FilingView; asked: number | undefined }) {
  const { filing, versions, editable, remarks } = view;
  const { school } = filing;
  const path = `/s/${school.id}/filing/${filing.year}`;
  const shown = versions.find((version) => version.number === asked) ?? (editable ? undefined : versions[0]);
  const earlier = shown ? versions.find((version) => version.number < shown.number) : undefined;
  const hasLast = Object.keys(view.last).length > 0;
  const draft = Object.keys(view.draft.data).length > 0;
  const returnedWith = filing.state === "returned" || filing.state === "correcting" ? versions.find((version) => version.decision === "returned") : undefined;
  return (
    <>
      <Finding tone={FILING_STATE_TONE[filing.state]} sentence={headline(view)}>
        <p className="flex flex-wrap items-center gap-2"><StatusTag tone={FILING_STATE_TONE[filing.state]}>{FILING_STATE_NAME[filing.state]}</StatusTag>
          {view.window ? <span>填报时间 {view.window.opensOn.toISOString().slice(0, 10)} 至 {view.window.closesOn.toISOString().slice(0, 10)}</span> : null}
          {returnedWith?.opinion ? <span>退回意见：{returnedWith.opinion}</span> : null}</p>
        {view.sources.campuses.length > 0 ? <p>本校数据应包含不计校数的校区：{view.sources.campuses.join("、")}。</p> : null}
      </Finding>
      <BranchList branches={view.sources.branches} year={filing.year} />
      {view.canReview ? <ReviewPanel filingId={filing.id} version={filing.version} schoolName={school.name} sections={sectionsFor(school.kind)} /> : null}
      {view.canCorrect ? <CorrectionPanel filingId={filing.id} version={filing.version} /> : null}
      {editable && !asked ? (
        <FilingForm key={filing.version} filingId={filing.id} version={filing.version} year={filing.year} data={view.draft.data} versions={view.draft.versions} last={view.last}
          school={{ code: school.code, name: school.name, kind: school.kind, operatorType: school.operatorType, areaType: school.areaType }}
          remarks={remarks.filter((remark) => remark.resolvedAt === null)} evidence={view.evidence} canSubmit={view.canSubmit} standard={view.standard} statistics={view.sources.statistics} approved={filing.state === "correcting" ? { schoolId: school.id, year: filing.year } : null} />
      ) : null}
      <VersionList versions={versions} path={path} shown={shown?.number ?? null} />
      {shown ? <FilingRecord school={school} data={shown.data} evidence={standingAt(view.evidence, shown.submittedAt)} compare={earlier?.data ?? (hasLast ? view.last : null)} compareName={earlier ? `第 ${earlier.number} 次提交` : "上年审定"} /> : null}
      {!shown && !editable ? (draft ? <FilingRecord school={school} data={view.draft.data} evidence={standingAt(view.evidence)} compare={hasLast ? view.last : null} compareName="上年审定" />
        : view.seesDraft ? <Empty title="还没有填写">学校填报人可以在填报时间内填写，校长提交。</Empty> : <Empty title="审定后可以查看">未审定的填报内容只对学校和本县开放。</Empty>) : null}
    </>
  );
}
