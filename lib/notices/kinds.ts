export const NOTICE_KINDS = ["assigned", "returned", "reminded", "due7", "due1", "overdue"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
export const NOTICE_KIND_NAME: Record<NoticeKind, string> = { assigned: "交办", returned: "退回", reminded: "提醒", due7: "七天内到期", due1: "即将到期", overdue: "逾期" };
