/** A unit's yearly self-assessment and the county's report made of them (登封 D4). Pure. */
export const REPORT_STATES = ["missing", "draft", "submitted", "returned", "accepted"] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const REPORT_STATE_NAME: Record<ReportState, string> = { missing: "未填报", draft: "草稿", submitted: "待审核", returned: "已退回", accepted: "已采纳" };
export const REPORT_STATE_TONE: Record<ReportState, "fail" | "neutral" | "pending" | "warn" | "pass"> = { missing: "fail", draft: "neutral", submitted: "pending", returned: "warn", accepted: "pass" };
export const isReportState = (text: string): text is ReportState => REPORT_STATES.some((state) => state === text);

/** What a unit writes, in the order of the merged report. */
export const REPORT_SECTIONS = { duties: "履行教育职责情况", results: "主要成效", problems: "存在问题", next: "下一步打算" } as const;
export type ReportSection = keyof typeof REPORT_SECTIONS;
export const REPORT_SECTION_KEYS = Object.keys(REPORT_SECTIONS) as [ReportSection, ...ReportSection[]];

export type ReportRole = "unit" | "bureau";
type Rule = { from: readonly ReportState[]; to: ReportState; by: ReportRole; reason: boolean; label: string };
export const REPORT_ACTS = {
  save: { from: ["missing", "draft", "returned"], to: "draft", by: "unit", reason: false, label: "保存草稿" },
  submit: { from: ["missing", "draft", "returned"], to: "submitted", by: "unit", reason: false, label: "提交" },
  return: { from: ["submitted"], to: "returned", by: "bureau", reason: true, label: "退回" },
  accept: { from: ["submitted"], to: "accepted", by: "bureau", reason: false, label: "采纳" },
  reopen: { from: ["accepted"], to: "returned", by: "bureau", reason: true, label: "退回修改" },
} as const satisfies Record<string, Rule>;
export type ReportAct = keyof typeof REPORT_ACTS;
export const REPORT_ACT_KEYS = Object.keys(REPORT_ACTS) as [ReportAct, ...ReportAct[]];

export type Sections = Record<ReportSection, string>;

/** Why this may not be done now, as a sentence; null when it may. `filed`: the county's report of the year has gone to the level above. */
export function refuseReportAct(state: ReportState, act: ReportAct, { role, filed, sections, reason }: { role: ReportRole | null; filed: boolean; sections: Sections; reason: string }): string | null {
  const rule: Rule = REPORT_ACTS[act];
  if (role !== rule.by) return rule.by === "unit" ? "自评由本单位填写。" : "由县级教育行政部门办理。";
  if (filed) return "全县自评报告已上报，本年度自评不能再改。";
  if (!rule.from.includes(state)) return `现在是“${REPORT_STATE_NAME[state]}”，不能${rule.label}。`;
  if (rule.reason && reason.trim() === "") return "请写明原因。";
  const blank = REPORT_SECTION_KEYS.find((key) => sections[key].trim() === "");
  return act === "submit" && blank ? `“${REPORT_SECTIONS[blank]}”还没有填写。` : null;
}

/** The county's report: what the bureau adds, then each accepted unit under every heading, in the order of units. */
export type MergedSection = { title: string; parts: { unit: string; text: string }[] };
export const mergeReports = (reports: { unit: string; state: ReportState; sections: Sections }[]): MergedSection[] =>
  REPORT_SECTION_KEYS.map((key) => ({ title: REPORT_SECTIONS[key], parts: reports.filter((report) => report.state === "accepted" && report.sections[key].trim() !== "").map((report) => ({ unit: report.unit, text: report.sections[key].trim() })) }));
