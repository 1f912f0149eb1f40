import Link from "next/link";
import { Card } from "@/components/ui/card";
import { StatusTag } from "@/components/ui/status-tag";
import type { Finding, Tone } from "@/lib/findings/finding";

const WORD: Record<Tone, string> = { fail: "未达标", warn: "关注", pending: "待完成", pass: "良好", neutral: "变化" };
/** As many as a leader reads before a meeting; the rest is one key away. */
const SHOWN = 6;

function Items({ findings, from }: { findings: Finding[]; from: number }) {
  return (
    <ol start={from} className="divide-y divide-line/70">
      {findings.map((finding) => (
        <li key={finding.key} className="flex items-start gap-3 py-2">
          <span className="w-16 shrink-0"><StatusTag tone={finding.tone}>{WORD[finding.tone]}</StatusTag></span>
          <p className="min-w-0 flex-1" id={`finding-${finding.key}`}>{finding.sentence}{" "}<Link className="link no-print whitespace-nowrap" href={finding.href} prefetch={false} aria-describedby={`finding-${finding.key}`}>查看依据</Link></p>
        </li>
      ))}
    </ol>
  );
}

/** What the figures say, most important first, each with the page that proves it. */
export function FindingList({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  const rest = findings.slice(SHOWN);
  return (
    <Card title={`要点 ${findings.length} 条`} lead="由平台按审定数据和办理记录计算，最要紧的在前；只说数据显示的，不推断原因。">
      <Items findings={findings.slice(0, SHOWN)} from={1} />
      {rest.length > 0 ? <details className="mt-1"><summary className="link cursor-pointer text-sm">其余 {rest.length} 条</summary><Items findings={rest} from={SHOWN + 1} /></details> : null}
    </Card>
  );
}
