/** Visits to schools: states, acts, who may, and the school's yearly list. Pure. seed: X11, X15. */
export const VISIT_STATES = ["planned", "recorded", "acknowledged", "cancelled"] as const;
export type VisitState = (typeof VISIT_STATES)[number];
export const VISIT_STATE_NAME: Record<VisitState, string> = { planned: "已计划", recorded: "待学校确认", acknowledged: "学校已确认", cancelled: "已取消" };
export const VISIT_STATE_TONE: Record<VisitState, "neutral" | "pending" | "warn" | "pass"> = { planned: "pending", recorded: "warn", acknowledged: "pass", cancelled: "neutral" };
export const isVisitState = (text: string): text is VisitState => VISIT_STATES.some((state) => state === text);

export const VISIT_KINDS = ["routine", "special", "activity"] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];
export const VISIT_KIND_NAME: Record<VisitKind, string> = { routine: "责任督学督导", special: "专项督导", activity: "其他进校活动" };
export const isVisitKind = (text: string): text is VisitKind => VISIT_KINDS.some((kind) => kind === text);

/** What an office may bring to a school: 责任督学 their round, the bureau also what other units have had approved. */
const KINDS_OF: Record<string, readonly VisitKind[]> = { inspector: ["routine", "special"], supervision: ["special", "activity"], education: ["special", "activity"] };
export const kindsOf = (office: string): readonly VisitKind[] => KINDS_OF[office] ?? [];

/** How a person stands to a visit: who goes, another county office, the school's principal. */
export const VISIT_ROLES = ["visitor", "office", "school"] as const;
export type VisitRole = (typeof VISIT_ROLES)[number];

type Rule = { from: readonly VisitState[]; to: VisitState; by: readonly VisitRole[]; reason: boolean; label: string };
export const VISIT_ACTS = {
  change: { from: ["planned"], to: "planned", by: ["visitor"], reason: false, label: "修改计划" },
  record: { from: ["planned"], to: "recorded", by: ["visitor"], reason: false, label: "记录访校" },
  amend: { from: ["recorded"], to: "recorded", by: ["visitor"], reason: false, label: "补正记录" },
  acknowledge: { from: ["recorded"], to: "acknowledged", by: ["school"], reason: false, label: "确认记录" },
  cancel: { from: ["planned"], to: "cancelled", by: ["visitor", "office"], reason: true, label: "取消" },
} as const satisfies Record<string, Rule>;
export type VisitAct = keyof typeof VISIT_ACTS;
export const VISIT_ACT_KEYS = Object.keys(VISIT_ACTS) as [VisitAct, ...VisitAct[]];
const ruleOf = (act: VisitAct): Rule => VISIT_ACTS[act];

const WHO: Record<VisitRole, string> = { visitor: "安排这次访校的人", office: "县级教育行政部门或督导机构", school: "学校校长" };

/** Why this person may not do this now, as a sentence; null when they may. */
export function refuseVisitAct(state: VisitState, act: VisitAct, role: VisitRole | null): string | null {
  const rule = ruleOf(act);
  if (!role || !rule.by.includes(role)) return `这件事由${rule.by.map((one) => WHO[one]).join("或")}办理。`;
  if (!rule.from.includes(state)) return `这次访校现在是“${VISIT_STATE_NAME[state]}”，不能${rule.label}。`;
  return null;
}
export const afterVisitAct = (act: VisitAct): VisitState => ruleOf(act).to;
export const needsReason = (act: VisitAct): boolean => ruleOf(act).reason;

/** A cancelled visit frees its place on the list; every other counts. */
export const countsOnList = (state: VisitState): boolean => state !== "cancelled";
/** Whether somebody has been there. */
export const isDone = (state: VisitState): boolean => state === "recorded" || state === "acknowledged";

/** Why the school takes no further visit in the year; null when it does. Without a limit every approved visit is taken. seed: X15 */
export function refuseByList(list: { school: string; year: number; counted: number; limit: number | null }): string | null {
  if (list.limit === null || list.counted < list.limit) return null;
  return `${list.school} ${list.year} 年进校活动清单已有 ${list.counted} 次，达到本县上限 ${list.limit} 次；确需进校的，请合并或取消其他安排，或由县级教育行政部门调整上限。`;
}

/** A visit is planned from today to a year ahead. Days are YYYY-MM-DD. */
export function refusePlannedDay(day: string, today: string): string | null {
  if (day < today) return "计划日期不能早于今天。";
  return Date.parse(day) - Date.parse(today) > 366 * 86_400_000 ? "计划日期不能超过一年。" : null;
}

/** When it took place: not in the future, and in the year whose list it counts against. */
export function refuseVisitedDay(day: string, today: string, year: number): string | null {
  if (day > today) return "到校日期不能晚于今天。";
  return Number(day.slice(0, 4)) === year ? null : `这次访校计入 ${year} 年清单，到校日期应在 ${year} 年内。`;
}

/** 逾期 is a mark beside the state: planned for a day that is over. */
export const isMissed = (visit: { state: VisitState; plannedOn: string }, today: string): boolean => visit.state === "planned" && visit.plannedOn < today;
