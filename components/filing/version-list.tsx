import Link from "next/link";
import { StatusTag } from "@/components/ui/status-tag";
import type { StoredVersion } from "@/lib/filings/list-versions";
import { dateTimeText } from "@/lib/time";

const DECISION = { pending: ["pending", "待审核"], returned: ["warn", "已退回"], approved: ["pass", "已审定"] } as const;
const decision = (name: string) => (name === "returned" ? DECISION.returned : name === "approved" ? DECISION.approved : DECISION.pending);

/** Every submission, newest first, each readable. */
export function VersionList({ versions, path, shown }: { versions: StoredVersion[]; path: string; shown: number | null }) {
  if (versions.length === 0) return null;
  return (
    <section className="card px-5 py-4">
      <h2 className="font-semibold">提交记录</h2>
      <ol className="mt-2 divide-y divide-line text-sm">
        {versions.map((version) => (
          <li key={version.number} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Link className="link" prefetch={false} href={`${path}?version=${version.number}`} aria-current={version.number === shown ? "true" : undefined}>第 {version.number} 次提交</Link>
            <span className="text-muted tabular-nums">{dateTimeText(version.submittedAt)}</span>
            <StatusTag tone={decision(version.decision)[0]}>{decision(version.decision)[1]}</StatusTag>
            {version.reason ? <span>更正原因：{version.reason}</span> : null}
            {version.opinion ? <span className="w-full text-muted">意见：{version.opinion}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
