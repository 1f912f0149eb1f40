import { EvidenceField } from "@/components/evidence/evidence-field";
import { EvidenceLinks } from "@/components/evidence/evidence-links";
import { RowForm, type RowField } from "@/components/plans/row-form";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Empty } from "@/components/ui/empty";
import { Finding } from "@/components/ui/finding";
import { StatusTag } from "@/components/ui/status-tag";
import type { GroupView, MeetingView, MemberView } from "@/lib/leading-group/load-group";
import { ROLE_KEYS, ROLE_NAME, completionText } from "@/lib/leading-group/roles";
import { dropMeeting, dropMember, saveMeeting, saveMember } from "@/lib/leading-group/save-group";

const MEETING_FIELDS: RowField[] = [{ key: "heldOn", label: "会议日期", type: "date" }, { key: "subject", label: "议题" }, { key: "decisions", label: "议定事项", type: "long" }];

/** The leading group: its places, what its units carry and complete, and its meetings. seed: D6. */
export function GroupPanel({ view }: { view: GroupView }) {
  const { place, year, members, meetings, loads, manages, ownOnly, unitNames } = view;
  const divisionCode = place.code;
  const memberFields: RowField[] = [
    { key: "role", label: "职责", type: "choice", options: ROLE_KEYS.map((role) => ({ value: role, label: ROLE_NAME[role] })) },
    { key: "post", label: "岗位", help: "写岗位，如“分管教育的副县长”。" }, { key: "holder", label: "现任（选填）" },
    { key: "unitId", label: "所在单位（选填）", type: "choice", options: [{ value: "", label: "不属于名单中的单位" }, ...Object.entries(unitNames).map(([value, label]) => ({ value, label }))] },
  ];
  const member = (row: MemberView | null) => (
    <RowForm key={row ? `${row.id}-${row.version}` : `new-${members.length}`} id={`member-${row?.id ?? "new"}`} label={row ? "修改" : "添加成员"} about={row?.post} fields={memberFields} save={saveMember}
      fixed={{ divisionCode, id: row?.id ?? "", version: row?.version ?? 0 }} values={{ role: row?.role ?? "member", post: row?.post ?? "", holder: row?.holder ?? "", unitId: row?.unitId ?? "" }} drop={row ? { act: dropMember, label: "移出" } : undefined} />
  );
  const meeting = (row: MeetingView | null) => (
    <RowForm key={row ? `${row.id}-${row.version}` : `new-${meetings.length}`} id={`meeting-${row?.id ?? "new"}`} label={row ? "修改" : "记录会议"} about={row?.subject} fields={MEETING_FIELDS} save={saveMeeting}
      fixed={{ divisionCode, id: row?.id ?? "", version: row?.version ?? 0 }} values={{ heldOn: row?.heldOn ?? "", subject: row?.subject ?? "", decisions: row?.decisions ?? "" }} drop={row ? { act: dropMeeting, label: "移出" } : undefined} />
  );
  const units = loads.filter((load) => load.member || load.lead + load.joint > 0);
  const lead = units.reduce((sum, load) => sum + load.lead, 0);
  const done = units.reduce((sum, load) => sum + load.done, 0);
  return (
    <>
      <Finding tone={members.length === 0 ? "warn" : "pending"} sentence={members.length === 0 ? `${place.name}还没有填写领导小组。` : `${place.name}领导小组 ${members.length} 个岗位，联席会议 ${meetings.length} 次；${year === null ? "还没有任务清单" : `${year} 年度${ownOnly ? "本单位" : "各单位"}牵头任务 ${lead} 项，完成 ${done} 项（${completionText({ lead, done, joint: 0, overdue: 0 })}）`}。`} />
      <Card title="组成" lead="以岗位和单位为准，现任人员由本县自愿填写。">
        {members.length === 0 ? <Empty title="还没有成员">由县级教育行政部门按创建方案填写。</Empty> : (
          <DataTable caption="领导小组组成" rows={members} rowKey={(row) => row.id} columns={[
            { key: "role", header: "职责", cell: (row) => ROLE_NAME[row.role] }, { key: "post", header: "岗位", cell: (row) => row.post },
            { key: "unit", header: "单位", cell: (row) => (row.unitId ? (unitNames[row.unitId] ?? "—") : "—") }, { key: "holder", header: "现任", cell: (row) => row.holder || "—" },
            ...(manages ? [{ key: "act", header: "操作", cell: member }] : []),
          ]} />
        )}
        {manages ? <div className="mt-3">{member(null)}</div> : null}
      </Card>
      {units.length > 0 ? (
        <Card title={ownOnly ? "本单位任务与完成率" : "成员单位任务与完成率"} lead={`按 ${year ?? ""} 年度任务清单统计；完成率为牵头任务中已核验完成的比例。`}>
          <DataTable caption="成员单位任务与完成率" rows={units} rowKey={(row) => row.id} columns={[
            { key: "name", header: "单位", cell: (row) => <>{row.name}{row.member ? <> <StatusTag tone="neutral">成员单位</StatusTag></> : null}</> },
            { key: "lead", header: "牵头", numeric: true, cell: (row) => row.lead }, { key: "joint", header: "配合", numeric: true, cell: (row) => row.joint }, { key: "done", header: "已完成", numeric: true, cell: (row) => row.done },
            { key: "overdue", header: "逾期", numeric: true, cell: (row) => (row.overdue > 0 ? <span className="font-semibold text-fail">{row.overdue}</span> : 0) }, { key: "rate", header: "完成率", numeric: true, cell: completionText },
          ]} />
        </Card>
      ) : null}
      <Card title={`联席会议记录 ${meetings.length} 次`}>
        {manages ? <div className="mb-3">{meeting(null)}</div> : null}
        {meetings.length === 0 ? <Empty title="还没有会议记录">记录会议日期、议题和议定事项，可附会议纪要。</Empty> : (
          <ol className="space-y-4">
            {meetings.map((row) => (
              <li key={row.id} className="space-y-1 border-l-2 border-line pl-4 text-sm">
                <h3 className="font-semibold"><span className="tabular-nums">{row.heldOn}</span> {row.subject}</h3>
                <p className="whitespace-pre-line">{row.decisions}</p>
                {manages ? <EvidenceField subject={{ entity: "meeting", entityId: `${divisionCode}/${row.id}`, item: "minutes" }} title={row.subject} files={row.evidence} /> : <EvidenceLinks files={row.evidence} />}
                {manages ? meeting(row) : null}
              </li>
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}
