import { GROUPS, OVERALL_INDEX, SATISFIED, UNKNOWN, type Group } from "./questionnaire";

/** States and acts of a survey, and what its counts say. Pure. 教督〔2017〕6号 社会认可度 */
export const SURVEY_STATES = ["draft", "open", "closed"] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];
export const SURVEY_STATE_NAME: Record<SurveyState, string> = { draft: "准备中", open: "调查中", closed: "已结束" };
export const SURVEY_STATE_TONE: Record<SurveyState, "neutral" | "pending" | "pass"> = { draft: "neutral", open: "pending", closed: "pass" };
export const isSurveyState = (text: string): text is SurveyState => SURVEY_STATES.some((state) => state === text);

export const MODES = { open: "公开链接", sample: "抽样（一人一码）" } as const;
export type Mode = keyof typeof MODES;
export const isMode = (text: string): text is Mode => text in MODES;

type Rule = { from: readonly SurveyState[]; to: SurveyState; label: string };
export const SURVEY_ACTS = {
  open: { from: ["draft"], to: "open", label: "开始调查" },
  close: { from: ["open"], to: "closed", label: "结束调查" },
  draw: { from: ["draft", "open"], to: "draft", label: "生成抽样码" },
  fill: { from: ["closed"], to: "closed", label: "填入县级指标" },
} as const satisfies Record<string, Rule>;
export type SurveyAct = keyof typeof SURVEY_ACTS;

/** Why this may not be done now, as a sentence; null when it may. */
export function refuseSurveyAct(state: SurveyState, act: SurveyAct): string | null {
  const rule: Rule = SURVEY_ACTS[act];
  return rule.from.includes(state) ? null : `调查现在是“${SURVEY_STATE_NAME[state]}”，不能${rule.label}。`;
}

/** A cell of fewer answers could point at a person and is not shown. */
export const SMALLEST = 5;

export type Count = { group: Group; question: number; choice: number; n: number };
export type GroupResult = { group: Group; wanted: number | null; drawn: number; returned: number; valid: number; satisfied: number; hidden: boolean };
/** `withheld`: why neither the total nor a group may be shown yet, as a sentence without its stop. */
export type SurveyTotal = { returned: number; valid: number; satisfied: number; withheld: string | null };
export type SurveyResult = { groups: GroupResult[]; total: SurveyTotal };

const sum = (counts: Count[], keep: (count: Count) => boolean) => counts.reduce((total, count) => total + (keep(count) ? count.n : 0), 0);

/** One answer of `small` could as well be one of `other`: the total stays, and nobody answers twice or less than once. */
function mayTrade(small: GroupResult, other: GroupResult): boolean {
  const room = (group: GroupResult) => group.drawn === 0 || group.returned < group.drawn;
  return (small.returned > 1 && room(other)) || (other.returned > 1 && room(small));
}

/**
 * Whether the total tells nothing of a small group among the hidden. All groups up to some size are hidden, so the same display comes about when two
 * of them change places: it is enough that each small group has one of another count beside it.
 */
const covered = (hidden: GroupResult[]): boolean => hidden.filter((group) => group.valid < SMALLEST).every((small) =>
  hidden.some((other) => other.returned !== small.returned && mayTrade(small, other)) && hidden.some((other) => other.valid !== small.valid));

/** The groups that are not shown: those under SMALLEST, and the next larger ones until the total gives nothing away; null where it always would. */
function hiddenGroups(groups: GroupResult[]): GroupResult[] | null {
  const answered = groups.filter((group) => group.returned > 0);
  for (const most of [SMALLEST - 1, ...answered.map((group) => group.valid).filter((valid) => valid >= SMALLEST).sort((a, b) => a - b)]) {
    const hidden = answered.filter((group) => group.valid <= most);
    if (covered(hidden)) return hidden;
  }
  return null;
}

/**
 * What the counters of a survey say: answers returned, valid (the overall question known) and satisfied, by group and in all. The figures are exact;
 * `hidden` and `withheld` say which of them may be shown; while all is withheld, even who has not answered is hidden, for four groups of four answers tell it.
 */
export function tally(counts: Count[], wanted: Partial<Record<Group, number>>, drawn: Partial<Record<Group, number>>): SurveyResult {
  const overall = counts.filter((count) => count.question === OVERALL_INDEX);
  const groups = GROUPS.map((group): GroupResult => {
    const own = overall.filter((count) => count.group === group);
    return {
      group, wanted: wanted[group] ?? null, drawn: drawn[group] ?? 0, returned: sum(own, () => true), valid: sum(own, (count) => count.choice !== UNKNOWN),
      satisfied: sum(own, (count) => SATISFIED.some((choice) => choice === count.choice)), hidden: false,
    };
  });
  const total = (key: "returned" | "valid" | "satisfied") => groups.reduce((all, group) => all + group[key], 0);
  const [returned, valid, satisfied] = [total("returned"), total("valid"), total("satisfied")];
  const hidden = hiddenGroups(groups);
  const withheld = returned === 0 ? null : returned < SMALLEST ? `收回不足 ${SMALLEST} 份，暂不显示结果` : valid < SMALLEST ? `有效问卷不足 ${SMALLEST} 份，暂不显示结果` : hidden === null ? "为保护匿名，暂不显示结果" : null;
  return { groups: groups.map((group) => ({ ...group, hidden: withheld !== null || (hidden ?? []).includes(group) })), total: { returned, valid, satisfied, withheld } };
}

/** Shares of each choice by question, over the groups that may be shown; null where too few answered. */
export function distribution(counts: Count[], group: Group, result: SurveyResult): number[][] | null {
  const own = result.groups.find((one) => one.group === group);
  if (!own || own.hidden || own.returned === 0) return null;
  return Array.from({ length: OVERALL_INDEX + 1 }, (_, question) => Array.from({ length: UNKNOWN + 1 }, (_unused, choice) => sum(counts, (count) => count.group === group && count.question === question && count.choice === choice)));
}
