import { dutyText } from "@/lib/access/duties";
import { Card } from "@/components/ui/card";
import type { CaseView } from "@/lib/certification/load-case";
import { BODY, HOLDER, STAGE_NAME } from "@/lib/certification/stages";
import { leadsTo } from "@/lib/certification/outcomes";
import { AcceptForm } from "./accept-form";
import { ConditionsList } from "./conditions-list";
import { DraftForm } from "./draft-form";
import { ExtendForm } from "./extend-form";
import { HandForm } from "./hand-form";
import { MonitorForm } from "./monitor-form";
import { StepForm } from "./step-form";

/** What the reader may do now, in the order in which it is done; whoever only reads is told who acts. */
export function ActsCard({ view, today }: { view: CaseView; today: string }) {
  const { row, open, mayDecide, acts, conditions, steps, duties } = view;
  const holder = HOLDER[row.stage];
  const nothing = !open && mayDecide.length === 0 && acts.length === 0;
  if (nothing) return holder === null ? null : <Card title="办理"><p className="text-sm text-muted">现在由{BODY[holder]}办理；您可以查看全过程。</p></Card>;
  return (
    <>
      {conditions ? <Card title="受理" lead="平台按报送数据和整改台账核对申报条件。"><ConditionsList conditions={conditions} /><AcceptForm caseId={row.id} unmet={conditions.filter(({ met }) => !met).length} /></Card> : null}
      {acts.includes("step") ? <Card title="国家认定程序" lead="按本批次的步骤依次记录。"><div className="space-y-3">{steps.map((step) => <StepForm key={`${step.key}-${step.version}`} caseId={row.id} step={step} />)}</div></Card> : null}
      {acts.includes("monitor") ? <Card title="年度监测"><MonitorForm caseId={row.id} year={Number(today.slice(0, 4))} versions={Object.fromEntries(view.monitors.filter(({ mine }) => mine).map(({ year, version }) => [String(year), version]))} /></Card> : null}
      {open || mayDecide.length > 0 || acts.includes("extend") ? (
        <Card title={open ? "正在办理的决定" : "办理"} lead="决定由经办、审核、签发三人依次办理，签发时填写文号，签发后生效并写入办理记录。">
          <div className="space-y-3">
            {open ? <HandForm key={`${open.id}-${open.version}`} decision={open} acts={view.handActs} leads={`签发后进入“${STAGE_NAME[leadsTo(open.outcome, row.stage, row.skipsCity)]}”${open.outcome === "apply" ? "，报送的数据、标准和口径同时存档" : ""}，并通知下一环节。`} /> : mayDecide.length > 0 && !duties.includes("handler") ? <p className="text-sm text-muted">拟稿由承担“经办”的同事办理；您的账号{duties.length > 0 ? `承担“${dutyText(duties)}”，拟稿后在这里办理` : "没有承担经办、审核、签发，由账号管理员设定"}。</p> : mayDecide.length > 0 ? <DraftForm key={row.version} caseId={row.id} version={row.version} choices={mayDecide} last={view.lastDraft} today={today} /> : null}
            {acts.includes("extend") ? <ExtendForm caseId={row.id} version={row.version} today={today} /> : null}
          </div>
        </Card>
      ) : null}
    </>
  );
}
