import Link from "next/link";
import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { itemTitle } from "@/lib/ledger/item-names";
import type { EntryView } from "@/lib/ledger/load-entry";
import { LEDGER_ACT_KEYS, LEDGER_ACTS, LEDGER_STATE_NAME, LEDGER_STATE_TONE, SOURCE_NAME, daysOpen, isComputed } from "@/lib/ledger/rules";
import { dateText, dateTimeText } from "@/lib/time";
import { AssignBar } from "./assign-bar";
import { DropEntry } from "./drop-entry";
import { EntryActs } from "./entry-acts";
import { EntryState } from "./entry-state";
import { PlanForm } from "./plan-form";
import { gapText, moneyText, ownerText, placeText } from "./words";

const ACT_NAME: Record<string, string> = {
  open: "登记", ask: "提请上级解决", plan: "填写整改措施", assign: "分派", cancel: "撤销登记", "check-refresh": "自查更新", "check-met": "自查：数据已达标", "check-unmet": "自查：又低于标准", "check-reopen": "自查：重新打开", "check-confirm": "自查：数据印证",
  ...Object.fromEntries(LEDGER_ACT_KEYS.map((act) => [act, LEDGER_ACTS[act].label])),
};

function sentenceOf({ entry, today }: EntryView): string {
  const when = entry.state === "closed" ? "" : entry.late && entry.dueOn ? `，已逾期 ${daysOpen(entry.dueOn, today)} 天` : entry.dueOn ? `，整改期限 ${entry.dueOn}` : "";
  return `${placeText(entry)}：${entry.problem}，${LEDGER_STATE_NAME[entry.state]}${when}。`;
}

/** One entry whole: what it is, how it is mended, what may be done, evidence, requests upward and its history. */
export function EntryDetail({ view, base, askHref, children }: { view: EntryView; base: string; askHref: string; children?: React.ReactNode }) {
  const { entry, events } = view;
  const facts: [string, React.ReactNode][] = [
    ["来源", SOURCE_NAME[entry.source]],
    ...(entry.item ? [["对应指标", itemTitle(entry.item, entry.stage)] as [string, React.ReactNode]] : []),
    ["缺口", gapText(entry)],
    ...(view.dataYear ? [["数据", `${view.dataYear} 学年初审定数据`] as [string, React.ReactNode]] : []),
    ["责任单位", ownerText(entry)],
    ["责任岗位", entry.post || "未填写"],
    ["整改措施", entry.measure || "未填写"],
    ["经费估算", moneyText(entry.costYuan)],
    ["计划年度", entry.plannedYear ? `${entry.plannedYear} 年` : "未列计划"],
    ["登记日期", entry.openedOn],
    ...(view.closedAt ? [["销号日期", `${dateText(view.closedAt)}${isComputed(entry.source) && !entry.dataMet ? "（凭材料销号，待下年度数据印证）" : ""}`] as [string, React.ReactNode]] : []),
    ...(view.reason ? [["最近一次原因", view.reason] as [string, React.ReactNode]] : []),
  ];
  return (
    <>
      <Finding tone={entry.late ? "fail" : LEDGER_STATE_TONE[entry.state]} sentence={sentenceOf(view)}>
        <span className="flex flex-wrap items-center gap-2"><EntryState state={entry.state} late={entry.late} dataMet={entry.dataMet} /><Link className="link no-print" href={base} prefetch={false}>回到台账</Link></span>
      </Finding>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="问题和整改安排">
          <dl className="mb-3 grid grid-cols-[6rem_1fr] gap-y-1.5 text-sm">{facts.map(([label, value]) => <div key={label} className="contents"><dt className="text-muted">{label}</dt><dd className="whitespace-pre-line">{value}</dd></div>)}</dl>
          {view.mayPlan ? <PlanForm key={[entry.measure, entry.costYuan, entry.post, entry.plannedYear].join("\n")} entryId={entry.id} version={entry.version} plan={entry} /> : null}
          {view.manages && entry.state !== "closed" ? <div className="mt-3"><AssignBar code={view.divisionCode} chosen={[entry.id]} units={view.units} /></div> : null}
          {view.mayCancel ? <DropEntry entryId={entry.id} version={entry.version} /> : null}
        </Card>
        <div className="space-y-4">
          <EntryActs entryId={entry.id} version={entry.version} dataMet={entry.dataMet} acts={view.acts} />
          <Card title="整改佐证材料">
            {view.mayAttach ? <EvidenceField subject={{ entity: "ledger", entityId: entry.id, item: "evidence" }} title={entry.problem} files={view.evidence} /> : view.evidence.length > 0 ? <EvidenceLinks files={view.evidence} /> : <p className="text-sm text-muted">还没有材料。</p>}
          </Card>
          {children}
          {view.mayAsk ? <p className="no-print text-sm"><Link className={buttonClass("plain")} href={askHref} prefetch={false}>本级解决不了，提请上级解决</Link></p> : null}
        </div>
      </div>
      <Card title={`办理记录 ${events.length} 条`}>
        <ol className="space-y-2 text-sm">{events.map((event) => <li key={event.id} className="border-l-2 border-line pl-3"><span className="text-muted tabular-nums">{dateTimeText(event.at)}</span> {event.byName} <span className="font-medium">{ACT_NAME[event.act] ?? "办理"}</span>{event.text ? <p className="whitespace-pre-line">{event.text}</p> : null}</li>)}</ol>
      </Card>
    </>
  );
}
