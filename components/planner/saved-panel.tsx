import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { PrintButton } from "@/components/ui/print-button";
import type { PlanFilters } from "@/lib/planner/filters";
import type { SavedView } from "@/lib/planner/load-saved";
import { figure, MODE_NAME, MONEY_NAME } from "@/lib/planner/rules";
import { leadSentence, METHOD, proofSentence, unreached } from "@/lib/planner/sentences";
import { standardText } from "@/lib/standard/in-force";
import { dateTimeText } from "@/lib/time";
import { AdditionsTable } from "./additions-table";
import { BeforeAfter } from "./before-after";
import { DropPlan } from "./drop-plan";
import { MovesTable } from "./moves-table";
import { PathPanel } from "./path-panel";

/** A plan: the least effort and what it brings first, then what proves it. */
export function SavedPanel({ view, filters }: { view: SavedView; filters: PlanFilters }) {
  const { place, plan, before, after, manages } = view;
  const { outcome, asked, mode } = plan;
  const told = { place: place.name, year: plan.year, basis: plan.basis, mode, money: asked.money, assumed: asked.assumptions.length > 0, outcome, after };
  const open = unreached(after);
  const file = (kind: string) => `/d/${place.code}/plan/solver/${plan.id}/export?as=${kind}&budget=${encodeURIComponent(view.path.typed.budget)}&until=${encodeURIComponent(view.path.typed.until)}`;
  return (
    <>
      <Finding tone={after.verdict.resourceAllocation === true ? "pass" : "warn"} sentence={leadSentence(told)}>
        <p>{proofSentence(told)}</p>
        <p>测算，不是评估结论。方式：{MODE_NAME[mode]}{mode === "additions" ? "" : `，交流比例${asked.quota === null ? "不限" : `不超过 ${figure(asked.quota * 100)}%`}`}；成本：{MONEY_NAME[asked.money]}；测算于 {dateTimeText(plan.createdAt)}。{plan.appliedAt && plan.applied ? `已于 ${dateTimeText(plan.appliedAt)}写入 ${plan.applied.targets} 条年度目标、更新 ${plan.applied.entries} 个台账问题。` : ""}</p>
        <div className="no-print mt-2 flex flex-wrap gap-2">
          <a href={file("xlsx")} className={buttonClass()}>下载测算表（.xlsx）</a>
          <a href={file("docx")} className={buttonClass()}>下载建议方案（.docx）</a>
          <PrintButton />
        </div>
      </Finding>
      <Card title={open.length === 0 ? "方案之后全部达标" : "方案之后仍有未达到的"}>
        {open.length > 0 ? <ul className="mb-3 list-disc space-y-1 pl-5 text-sm">{open.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul> : null}
        <BeforeAfter before={before} after={after} caption="方案前后的差异系数" />
      </Card>
      <AdditionsTable view={view} filters={filters} />
      <MovesTable view={view} filters={filters} />
      <Card title="为什么是这个方案">
        <ul className="list-disc space-y-1 pl-5 text-sm">{outcome.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul>
      </Card>
      <PathPanel view={view} filters={filters} />
      <Card title="测算方法">
        <ul className="list-disc space-y-1 pl-5 text-sm">{METHOD.map((line) => <li key={line}>{line}</li>)}</ul>
        {manages ? <div className="mt-3"><DropPlan plan={{ divisionCode: place.code, id: plan.id, version: plan.version }} /></div> : null}
      </Card>
      <footer className="border-t border-line pt-3 text-sm text-muted">依据 {plan.year}学年初{plan.basis === "live" ? "实时数据（未审定）" : "审定数据"}，测算于 {dateTimeText(plan.createdAt)} · {standardText(plan.inputs.standard)}</footer>
    </>
  );
}
