import { dateTimeText } from "@/lib/time";
import type { Approval } from "@/lib/trace/read-approval";

/** Who approved a school's form and when, which of its submissions it was, and what was corrected before; `correcting`: a correction is being written. */
export const approvalLines = (approval: Approval | null, correcting: boolean): { label: string; text: string }[] => (approval ? [
  { label: "审定", text: `${approval.by}${approval.approvedAt ? `，${dateTimeText(approval.approvedAt)}` : ""}` },
  { label: "填报", text: `学校第 ${approval.number} 次报送，${dateTimeText(approval.submittedAt)}` },
  ...approval.corrections.map(({ number, reason, approvedAt }) => ({ label: "更正", text: `第 ${number} 次报送更正了以前的审定值${reason ? `，原因：${reason}` : ""}${approvedAt ? `，${dateTimeText(approvedAt)} 审定` : ""}` })),
  ...(approval.corrections.length === 0 ? [{ label: "更正", text: "审定后没有更正" }] : []),
  ...(correcting ? [{ label: "更正中", text: "学校正在更正，更正审定以前以本页的数为准" }] : []),
] : []);
