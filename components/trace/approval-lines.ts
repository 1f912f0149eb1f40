import { dateTimeText } from "@/lib/time";
import type { Approval } from "@/lib/trace/read-approval";

/** Who approved a school's form and when, and which of its submissions it was. */
export const approvalLines = (approval: Approval | null): { label: string; text: string }[] => (approval ? [
  { label: "审定", text: `${approval.by}${approval.approvedAt ? `，${dateTimeText(approval.approvedAt)}` : ""}` },
  { label: "填报", text: `学校第 ${approval.number} 次报送，${dateTimeText(approval.submittedAt)}` },
] : []);
