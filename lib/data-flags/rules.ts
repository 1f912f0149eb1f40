/** What becomes of a 数据疑点: asked, answered by the county, judged above it. Pure. 教督〔2017〕6号; seed: C7 */
export const FLAG_STATES = ["open", "answered", "cleared", "confirmed", "gone"] as const;
export type FlagState = (typeof FLAG_STATES)[number];
export const FLAG_STATE_NAME: Record<FlagState, string> = { open: "待说明", answered: "已说明，待核查", cleared: "核查无误", confirmed: "经查实", gone: "数据已更正" };
export const FLAG_STATE_TONE: Record<FlagState, "warn" | "pending" | "pass" | "fail" | "neutral"> = { open: "warn", answered: "pending", cleared: "pass", confirmed: "fail", gone: "neutral" };
export const isFlagState = (text: string): text is FlagState => FLAG_STATES.some((state) => state === text);

/** The county's bureau or 督导机构; an evaluator above the county. */
export type FlagRole = "county" | "above";
type Rule = { from: readonly FlagState[]; to: FlagState; by: FlagRole; label: string; ask: string };
export const FLAG_ACTS = {
  answer: { from: ["open"], to: "answered", by: "county", label: "说明", ask: "请写明情况和依据。" },
  clear: { from: ["open", "answered"], to: "cleared", by: "above", label: "核查无误", ask: "请写明核查情况。" },
  return: { from: ["answered"], to: "open", by: "above", label: "退回说明", ask: "请写明还需说明什么。" },
  confirm: { from: ["answered"], to: "confirmed", by: "above", label: "经查实", ask: "请写明查实的事实和依据。" },
} as const satisfies Record<string, Rule>;
export type FlagAct = keyof typeof FLAG_ACTS;
export const FLAG_ACT_KEYS = Object.keys(FLAG_ACTS) as [FlagAct, ...FlagAct[]];
export const flagRule = (act: FlagAct): Rule => FLAG_ACTS[act];

/** Why this office may not do this now, as a sentence; null when it may. Nobody judges the own county, and nothing is 经查实 before the county was heard. */
export function refuseFlagAct(state: FlagState, act: FlagAct, role: FlagRole | null): string | null {
  const rule = flagRule(act);
  if (role !== rule.by) return rule.by === "county" ? "说明由本县教育行政部门或政府教育督导机构填写。" : "核查由上级政府教育督导机构办理，本县不能核查自己。";
  return rule.from.includes(state) ? null : `这条疑点现在是“${FLAG_STATE_NAME[state]}”，只有“${rule.from.map((from) => FLAG_STATE_NAME[from]).join("、")}”时才能${rule.label}。`;
}

export type Standing = { key: string; state: FlagState };
export type FlagPlan<F extends { key: string }> = { fresh: F[]; again: F[]; gone: string[] };

/** What a new look through the data changes: what is found newly or again after it had gone, and what is no longer found. What was judged stays judged. */
export function planScan<F extends { key: string }>(standing: Standing[], found: F[]): FlagPlan<F> {
  const states = new Map(standing.map((flag) => [flag.key, flag.state]));
  const keys = new Set(found.map((flag) => flag.key));
  return {
    fresh: found.filter((flag) => !states.has(flag.key)),
    again: found.filter((flag) => states.get(flag.key) === "gone"),
    gone: standing.filter((flag) => (flag.state === "open" || flag.state === "answered") && !keys.has(flag.key)).map((flag) => flag.key),
  };
}
