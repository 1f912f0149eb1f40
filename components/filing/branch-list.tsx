import Link from "next/link";
import { StatusTag } from "@/components/ui/status-tag";
import type { FilingSources } from "@/lib/filings/get-sources";
import { FILING_STATE_NAME, FILING_STATE_TONE } from "@/lib/filings/states";

/** The 村小 and 教学点 that a 中心校 files for, each with the way to its form. */
export function BranchList({ branches, year }: { branches: FilingSources["branches"]; year: number }) {
  if (branches.length === 0) return null;
  return (
    <section className="card no-print px-5 py-4" aria-label="由本校代为填报的学校">
      <h2 className="font-semibold">由本校代为填报的村小、教学点</h2>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1.5">
        {branches.map(({ id, name, state }) => (
          <li key={id} className="flex items-center gap-2"><Link className="link" prefetch={false} href={`/s/${id}/filing/${year}`}>{name}</Link><StatusTag tone={FILING_STATE_TONE[state]}>{FILING_STATE_NAME[state]}</StatusTag></li>
        ))}
      </ul>
    </section>
  );
}
