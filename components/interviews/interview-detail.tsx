import Link from "next/link";
import { EntryState } from "@/components/ledger/entry-state";
import { ownerText, placeText } from "@/components/ledger/words";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Finding } from "@/components/ui/finding";
import type { InterviewView } from "@/lib/interviews/load-interviews";
import { INTERVIEW_KIND_NAME, sumGroups } from "@/lib/interviews/rules";
import { shareText } from "@/lib/items/share";
import { DropInterview } from "./drop-interview";
import { GroupTable } from "./group-table";
import { InterviewForm } from "./interview-form";
import { ProblemForm } from "./problem-form";

/** One record: whom the county met, what they said, and what came of it in the ledger. */
export function InterviewDetail({ view: { place, interview, problems, mayEdit, schools, units, dueOn } }: { view: InterviewView }) {
  const { met, satisfied } = sumGroups(interview.groups);
  return (
    <>
      <Finding tone="pending" sentence={`${interview.heldOn} ${INTERVIEW_KIND_NAME[interview.kind]}“${interview.topic}”：听取 ${met} 人意见，满意 ${shareText(satisfied, met)}，登记问题 ${problems.length} 个。`}>{interview.place ? `地点：${interview.place}` : null}</Finding>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="人数和满意情况"><GroupTable groups={interview.groups} />{interview.summary ? <p className="mt-3 text-sm whitespace-pre-line"><span className="text-muted">主要意见：</span>{interview.summary}</p> : null}</Card>
        <Card title="反映的问题" lead="登记后在整改台账中按期限办理、核验销号。">
          {problems.length > 0 ? (
            <DataTable caption="反映的问题" rows={problems} rowKey={(entry) => entry.id} columns={[
              { key: "problem", header: "问题", cell: (entry) => <><Link className="link" href={`/d/${place.code}/ledger/${entry.id}`} prefetch={false}>{entry.problem}</Link><span className="block text-xs text-muted">{placeText(entry)}</span></> },
              { key: "owner", header: "责任单位", cell: ownerText },
              { key: "due", header: "期限", cell: (entry) => entry.dueOn ?? "—" },
              { key: "state", header: "状态", cell: (entry) => <EntryState state={entry.state} late={entry.late} dataMet={entry.dataMet} /> },
            ]} />
          ) : <p className="mb-3 text-sm text-muted">还没有登记问题。</p>}
          {mayEdit ? <ProblemForm interviewId={interview.id} schools={schools} units={units} dueOn={dueOn} /> : null}
        </Card>
      </div>
      {mayEdit ? <Card title="修改记录"><InterviewForm key={interview.version} code={place.code} target={{ interviewId: interview.id, version: interview.version }} draft={interview} /><DropInterview interviewId={interview.id} version={interview.version} /></Card> : null}
    </>
  );
}
