import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { ExperienceView } from "@/lib/experiences/load-experiences";
import { EXPERIENCE_STATE_NAME, EXPERIENCE_STATE_TONE } from "@/lib/experiences/rules";
import { itemTitle } from "@/lib/experiences/schema";
import { dateText } from "@/lib/time";
import { BorrowForm, DropBorrowing } from "./borrow-form";
import { ExperienceActs } from "./experience-acts";

/** One experience whole, what may be done with it, and the tasks that refer to it. */
export function ExperienceDetail({ view }: { view: ExperienceView }) {
  const { place, experience, from, acts, edits, borrows, borrowed, tasks } = view;
  const { id, version, state } = experience;
  const dates = [["报送", experience.submittedAt], ["列入省级经验库", experience.acceptedAt], ["列入全国经验库", experience.publishedAt]] as const;
  const free = tasks.filter((task) => !borrowed.some((one) => one.taskId === task.id));
  return (
    <>
      <Finding tone={EXPERIENCE_STATE_TONE[state]} sentence={`${experience.title}：${EXPERIENCE_STATE_NAME[state]}。`}>
        <span className="flex flex-wrap items-center gap-2"><StatusTag tone={EXPERIENCE_STATE_TONE[state]}>{EXPERIENCE_STATE_NAME[state]}</StatusTag>{from} · {itemTitle(experience.item)}{dates.map(([label, at]) => (at ? <span key={label}>{dateText(at)} {label}</span> : null))}{experience.borrowed > 0 ? <span>被 {experience.borrowed} 项任务借鉴</span> : null}</span>
        {experience.reason ? <span className="mt-1 block text-warn">原因：{experience.reason}</span> : null}
        {edits ? <span className="no-print mt-2 block"><Link className={buttonClass("plain")} href={`/d/${place.code}/experiences/new?id=${id}`} prefetch={false}>修改</Link></span> : null}
      </Finding>
      <ExperienceActs key={version} id={id} version={version} acts={acts} />
      {([["背景和问题", experience.background], ["主要做法", experience.practice], ["成效", experience.result]] as const).map(([title, text]) => <Card key={title} title={title}><p className="text-sm whitespace-pre-line">{text || "未填写"}</p></Card>)}
      {borrows || borrowed.length > 0 ? (
        <Card title={borrowed.length > 0 ? `本县 ${borrowed.length} 项任务借鉴` : "借鉴到本县任务"}>
          {borrowed.length > 0 ? <ul className="mb-3 space-y-2 text-sm">{borrowed.map((one) => { const task = tasks.find((other) => other.id === one.taskId); return <li key={one.taskId} className="flex flex-wrap items-center gap-2"><Link className="link" href={`/d/${place.code}/tasks/${one.taskId}`} prefetch={false}>{task?.title ?? "查看任务"}</Link>{one.note ? <span className="text-muted">{one.note}</span> : null}{borrows ? <DropBorrowing experienceId={id} taskId={one.taskId} version={one.version} title={task?.title ?? ""} /> : null}</li>; })}</ul> : null}
          {borrows ? <BorrowForm key={borrowed.length} experienceId={id} tasks={free} suggested={free.find((task) => task.templateId === experience.item)?.id ?? ""} /> : null}
        </Card>
      ) : null}
    </>
  );
}
