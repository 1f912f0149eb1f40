/** 督办, 通报, 约谈: states, acts and who may. Pure. seed: C7, S6; the 政府教育督导机构 and 教育行政部门 press downwards. */
export const DIRECTIVE_KINDS = { supervise: "督办", criticise: "通报", interview: "约谈" } as const;
export type DirectiveKind = keyof typeof DIRECTIVE_KINDS;
export const DIRECTIVE_KIND_KEYS = Object.keys(DIRECTIVE_KINDS) as [DirectiveKind, ...DirectiveKind[]];
export const isDirectiveKind = (text: string): text is DirectiveKind => text in DIRECTIVE_KINDS;

export const DIRECTIVE_STATES = ["sent", "held", "replied", "closed", "withdrawn"] as const;
export type DirectiveState = (typeof DIRECTIVE_STATES)[number];
export const isDirectiveState = (text: string): text is DirectiveState => DIRECTIVE_STATES.some((state) => state === text);
export const DIRECTIVE_STATE_TONE: Record<DirectiveState, "warn" | "pending" | "pass" | "neutral"> = { sent: "warn", held: "warn", replied: "pending", closed: "pass", withdrawn: "neutral" };
/** The word for a state depends on whether a talk comes first. */
export const directiveStateName = (kind: DirectiveKind, state: DirectiveState): string =>
  ({ sent: kind === "interview" ? "待约谈" : "待反馈", held: "已约谈，待反馈", replied: "已反馈，待办结", closed: "已办结", withdrawn: "已撤回" })[state];

/** Who sent it, and whom it is addressed to. */
export type DirectiveRole = "sender" | "addressed";
type Rule = { by: DirectiveRole; label: string; ask: string; day: string | null };
export const DIRECTIVE_ACTS = {
  hold: { by: "sender", label: "记录约谈", ask: "请写明约谈内容和要求。", day: "约谈日期" },
  reply: { by: "addressed", label: "反馈", ask: "请写明整改措施和结果。", day: null },
  return: { by: "sender", label: "退回", ask: "请写明退回的原因。", day: "新的反馈期限" },
  close: { by: "sender", label: "办结", ask: "请写明办结意见。", day: null },
  withdraw: { by: "sender", label: "撤回", ask: "请写明撤回的原因。", day: null },
} as const satisfies Record<string, Rule>;
export type DirectiveAct = keyof typeof DIRECTIVE_ACTS;
export const DIRECTIVE_ACT_KEYS = Object.keys(DIRECTIVE_ACTS) as [DirectiveAct, ...DirectiveAct[]];
export const directiveRule = (act: DirectiveAct): Rule => DIRECTIVE_ACTS[act];

/** A talk that has been called must be held before it is answered; the others are answered at once. */
const START: Record<DirectiveKind, DirectiveState> = { supervise: "sent", criticise: "sent", interview: "held" };
function fromOf(kind: DirectiveKind, act: DirectiveAct): readonly DirectiveState[] {
  if (act === "hold") return kind === "interview" ? ["sent"] : [];
  if (act === "reply") return [START[kind]];
  return act === "withdraw" ? ["sent"] : ["replied"];
}

/** Why this office may not do this now, as a sentence; null when it may. */
export function refuseDirectiveAct(kind: DirectiveKind, state: DirectiveState, act: DirectiveAct, role: DirectiveRole | null): string | null {
  const rule = directiveRule(act);
  if (role !== rule.by) return rule.by === "sender" ? "这件事由发出的单位办理。" : "反馈由收到的一级办理。";
  const from = fromOf(kind, act);
  if (from.includes(state)) return null;
  if (from.length === 0) return `${DIRECTIVE_KINDS[kind]}不需要${rule.label}。`;
  return `这件${DIRECTIVE_KINDS[kind]}现在是“${directiveStateName(kind, state)}”，只有“${from.map((one) => directiveStateName(kind, one)).join("、")}”时才能${rule.label}。`;
}

/** The state after an allowed act. */
export const afterDirectiveAct = (kind: DirectiveKind, act: DirectiveAct): DirectiveState =>
  ({ hold: "held", reply: "replied", return: START[kind], close: "closed", withdraw: "withdrawn" } as const)[act];

/** Not answered by its day (Shanghai, YYYY-MM-DD). */
export const isDirectiveLate = (directive: { state: DirectiveState; dueOn: string }, today: string): boolean => (directive.state === "sent" || directive.state === "held") && directive.dueOn < today;

/** An answer is asked for between today and two years from now. */
const MOST_YEARS = 2;
/** Why this cannot be the day of an answer (days of Shanghai, YYYY-MM-DD); null when it can. */
export function refuseDueDay(label: string, dueOn: string, today: string): string | null {
  if (dueOn < today) return `${label}不能早于今天。`;
  return dueOn > `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}` ? `${label}不能晚于 ${MOST_YEARS} 年以后。` : null;
}
