/** A yearly record that a school enters and the county's bureau confirms: teaching-quality monitoring, exchange of teachers. Pure. seed: X9, X10. */
export const RECORD_STATES = ["draft", "submitted", "confirmed"] as const;
export type RecordState = (typeof RECORD_STATES)[number];
export const RECORD_STATE_NAME: Record<RecordState, string> = { draft: "填报中", submitted: "待县级确认", confirmed: "已确认" };
export const RECORD_STATE_TONE: Record<RecordState, "neutral" | "pending" | "pass"> = { draft: "neutral", submitted: "pending", confirmed: "pass" };
export const isRecordState = (text: string): text is RecordState => RECORD_STATES.some((state) => state === text);

export const RECORD_ROLES = ["school", "bureau"] as const;
export type RecordRole = (typeof RECORD_ROLES)[number];
type Rule = { from: readonly RecordState[]; to: RecordState; by: readonly RecordRole[]; reason: boolean; label: string };
export const RECORD_ACTS = {
  save: { from: ["draft"], to: "draft", by: ["school", "bureau"], reason: false, label: "保存" },
  submit: { from: ["draft"], to: "submitted", by: ["school", "bureau"], reason: false, label: "提交" },
  confirm: { from: ["submitted"], to: "confirmed", by: ["bureau"], reason: false, label: "确认" },
  return: { from: ["submitted"], to: "draft", by: ["bureau"], reason: true, label: "退回" },
  reopen: { from: ["confirmed"], to: "draft", by: ["bureau"], reason: true, label: "退回更正" },
} as const satisfies Record<string, Rule>;
export type RecordAct = keyof typeof RECORD_ACTS;
export const RECORD_ACT_KEYS = Object.keys(RECORD_ACTS) as [RecordAct, ...RecordAct[]];
const ruleOf = (act: RecordAct): Rule => RECORD_ACTS[act];

/** Why this person may not do this now, as a sentence; null when they may. */
export function refuseRecordAct(state: RecordState, act: RecordAct, role: RecordRole | null): string | null {
  const rule = ruleOf(act);
  if (!role || !rule.by.includes(role)) return rule.by.includes("school") ? "这份记录由本校填报，县级教育行政部门可以代填。" : "这份记录由县级教育行政部门确认。";
  if (!rule.from.includes(state)) return `这份记录现在是“${RECORD_STATE_NAME[state]}”，不能${rule.label}。`;
  return null;
}
export const afterRecordAct = (act: RecordAct): RecordState => ruleOf(act).to;
export const recordNeedsReason = (act: RecordAct): boolean => ruleOf(act).reason;
