import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { Countdown } from "@/lib/certification/monitoring";
import type { RelaxationView } from "@/lib/certification/read-relaxations";

const TONE: Record<Countdown["state"], Tone> = { done: "pass", overdue: "fail", soon: "warn", running: "pending" };

/** One relaxed item: how long it has, what was relaxed, what the latest approved data says, what is planned and what was confirmed. */
export function RelaxedItem({ one, title }: { one: RelaxationView; title: string }) {
  return (
    <>
      <p className="flex flex-wrap items-center gap-2"><span className="font-medium">{title}</span><StatusTag tone={TONE[one.countdown.state]}>{one.countdown.text}</StatusTag><span className="text-muted">期限 {one.dueOn}</span></p>
      <p>认定时：{one.text}</p>
      {one.now ? <p>{one.now.year}学年初：{one.now.met === true ? "按完整标准达标" : one.now.met === false ? "按完整标准未达标" : "尚无结论"}，{one.now.text}</p> : <p className="text-muted">这一项没有可以自动核对的填报数据，由省级核实。</p>}
      {one.plan ? <p className="whitespace-pre-line">建设计划：{one.plan}</p> : null}
      {one.confirmedOn ? <p>{one.confirmedOn} {one.confirmedBy}确认：{one.confirmedNote}</p> : null}
    </>
  );
}
