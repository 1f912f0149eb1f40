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
export type SurveyResult = { groups: GroupResult[]; total: { returned: number; valid: number; satisfied: number } };

const sum = (counts: Count[], keep: (count: Count) => boolean) => counts.reduce((total, count) => total + (keep(count) ? count.n : 0), 0);

/**
 * What the counters of a survey say: answers returned, valid (the overall question known) and satisfied, by group and in all. Groups with fewer than
 * SMALLEST answers are hidden; where hiding one would let the total give it away, the next smallest is hidden with it.
 */
export function tally(counts: Count[], wanted: Partial<Record<Group, number>>, drawn: Partial<Record<Group, number>>): SurveyResult {
  const overall = counts.filter((count) => count.question === OVERALL_INDEX);
  const groups = GROUPS.map((group): GroupResult => {
    const own = overall.filter((count) => count.group === group);
    const returned = sum(own, () => true);
    return {
      group, wanted: wanted[group] ?? null, drawn: drawn[group] ?? 0, returned, valid: sum(own, (count) => count.choice !== UNKNOWN),
      satisfied: sum(own, (count) => SATISFIED.some((choice) => choice === count.choice)), hidden: returned > 0 && returned < SMALLEST,
    };
  });
  const rest = groups.filter((group) => group.returned >= SMALLEST).sort((a, b) => a.returned - b.returned);
  for (const next of rest) {
    const hidden = groups.filter((group) => group.hidden).reduce((total, group) => total + group.returned, 0);
    if (hidden === 0 || hidden >= SMALLEST) break;
    next.hidden = true;
  }
  const total = (key: "returned" | "valid" | "satisfied") => groups.reduce((all, group) => all + group[key], 0);
  return { groups, total: { returned: total("returned"), valid: total("valid"), satisfied: total("satisfied") } };
}

/** Shares of each choice by question, over the groups that may be shown; null where too few answered. */
export function distribution(counts: Count[], group: Group, result: SurveyResult): number[][] | null {
  const own = result.groups.find((one) => one.group === group);
  if (!own || own.hidden || own.returned === 0) return null;
  return Array.from({ length: OVERALL_INDEX + 1 }, (_, question) => Array.from({ length: UNKNOWN + 1 }, (_unused, choice) => sum(counts, (count) => count.group === group && count.question === question && count.choice === choice)));
}
