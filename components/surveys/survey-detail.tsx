import Link from "next/link";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import { atLeast, shareText } from "@/lib/items/share";
import type { SurveyView } from "@/lib/surveys/load-surveys";
import { CHOICES, GROUP_NAME, QUESTIONS } from "@/lib/surveys/questionnaire";
import { MODES, SMALLEST, SURVEY_STATE_NAME, SURVEY_STATE_TONE, type GroupResult } from "@/lib/surveys/rules";
import { ShareCard } from "./share-card";
import { SurveyActs } from "./survey-acts";

const count = (value: number) => value.toLocaleString("zh-CN");
/** Of a group that is too small itself, and of the one that is hidden with it so that the total gives nothing away. */
const HIDDEN = "为保护匿名，不显示";
const shown = (group: GroupResult, text: string) => (group.hidden ? HIDDEN : group.returned === 0 ? "—" : text);

/** A survey with its live result by group. */
export function SurveyDetail({ view }: { view: SurveyView }) {
  const { place, survey, result: { groups, total }, shares, manages } = view;
  const met = total.withheld !== null || total.valid === 0 ? null : atLeast(total.satisfied, total.valid, 85);
  const said = total.withheld ?? (met === null ? "还没有答卷" : `收回 ${count(total.returned)} 份，有效 ${count(total.valid)} 份，满意度 ${shareText(total.satisfied, total.valid)}，${met ? "达到" : "未达到"} 85%`);
  const rows = groups.filter((group) => group.hidden || group.returned > 0 || group.drawn > 0 || group.wanted !== null);
  return (
    <>
      <Finding tone={total.withheld !== null ? "neutral" : met === null ? SURVEY_STATE_TONE[survey.state] : met ? "pass" : "fail"} sentence={`${survey.title}：${SURVEY_STATE_NAME[survey.state]}，${said}。`}>
        <span className="flex flex-wrap items-center gap-2"><StatusTag tone={SURVEY_STATE_TONE[survey.state]}>{SURVEY_STATE_NAME[survey.state]}</StatusTag>{MODES[survey.mode]} · {survey.opensOn} 至 {survey.closesOn} · 县级自测，非认定结果{manages && survey.state === "draft" ? <Link className="link no-print" href={`/d/${place.code}/surveys/new?id=${survey.id}`} prefetch={false}>修改</Link> : null}</span>
      </Finding>
      {manages ? <SurveyActs key={survey.version} id={survey.id} version={survey.version} state={survey.state} /> : null}
      {manages && survey.state !== "closed" && (survey.state === "open" || survey.mode === "sample") ? <Card title={survey.mode === "open" ? "链接和二维码" : "答题码"}><ShareCard id={survey.id} version={survey.version} mode={survey.mode} title={survey.title} /></Card> : null}
      <Card title="各类对象" lead={`有效：对总体评价作答且不是“不了解”；满意：“非常满意”和“满意”。有效问卷不足 ${SMALLEST} 份的对象不显示，能由合计推出的一并不显示。`}>
        <DataTable caption="各类对象" rows={rows} rowKey={(group) => group.group} columns={[
          { key: "group", header: "对象", cell: (group) => GROUP_NAME[group.group] },
          { key: "wanted", header: "计划", unit: "份", numeric: true, cell: (group) => (group.wanted === null ? "—" : count(group.wanted)) },
          ...(survey.mode === "sample" ? [{ key: "drawn", header: "发放", unit: "份", numeric: true, cell: (group: GroupResult) => count(group.drawn) }] : []),
          { key: "returned", header: "收回", unit: "份", numeric: true, cell: (group) => shown(group, count(group.returned)) },
          { key: "rate", header: survey.mode === "sample" ? "回收率" : "完成计划", numeric: true, cell: (group) => { const whole = survey.mode === "sample" ? group.drawn : (group.wanted ?? 0); return whole === 0 ? "—" : shown(group, shareText(group.returned, whole)); } },
          { key: "valid", header: "有效", unit: "份", numeric: true, cell: (group) => shown(group, count(group.valid)) },
          { key: "satisfied", header: "满意", unit: "份", numeric: true, cell: (group) => shown(group, count(group.satisfied)) },
          { key: "share", header: "满意度", numeric: true, cell: (group) => (group.valid === 0 ? shown(group, "—") : shown(group, shareText(group.satisfied, group.valid))) },
        ]} />
      </Card>
      {shares.map(({ group, rows: answers }) => (
        <Card key={group} title={`${GROUP_NAME[group]}：各题`}>
          <DataTable caption={`${GROUP_NAME[group]}各题`} rows={answers.map((choices, at) => ({ at, choices }))} rowKey={(row) => String(row.at)} columns={[
            { key: "question", header: "题目", cell: (row) => QUESTIONS[group][row.at] ?? "" },
            ...CHOICES.map((choice, index) => ({ key: choice, header: choice, unit: "份", numeric: true, cell: (row: { choices: number[] }) => count(row.choices[index] ?? 0) })),
          ]} />
        </Card>
      ))}
    </>
  );
}
