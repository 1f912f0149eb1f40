/** 典型经验 on an item of the 攻坚清单: county → province → ministry → a library for all. Pure. seed: M5; 教基厅函〔2021〕43号 */
export const EXPERIENCE_STATES = ["draft", "submitted", "returned", "provincial", "declined", "national", "retired"] as const;
export type ExperienceState = (typeof EXPERIENCE_STATES)[number];
export const EXPERIENCE_STATE_NAME: Record<ExperienceState, string> = { draft: "撰写中", submitted: "待省级审核", returned: "已退回", provincial: "省级经验库", declined: "省级经验库（部级未列入）", national: "全国经验库", retired: "已撤出" };
export const EXPERIENCE_STATE_TONE: Record<ExperienceState, "neutral" | "pending" | "warn" | "pass"> = { draft: "neutral", submitted: "pending", returned: "warn", provincial: "pass", declined: "pass", national: "pass", retired: "neutral" };
export const isExperienceState = (text: string): text is ExperienceState => EXPERIENCE_STATES.some((state) => state === text);
/** In a library: a province's own, or the nation's. */
export const SHARED: readonly ExperienceState[] = ["provincial", "declined", "national"];

/** The county that writes, its province's 教育行政部门, the ministry. */
export const EXPERIENCE_ROLES = ["county", "province", "nation"] as const;
export type ExperienceRole = (typeof EXPERIENCE_ROLES)[number];

type Rule = { from: readonly ExperienceState[]; to: ExperienceState; by: ExperienceRole; reason: boolean; label: string; done: string };
export const EXPERIENCE_ACTS = {
  submit: { from: ["draft", "returned"], to: "submitted", by: "county", reason: false, label: "报送省级", done: "已报送省级教育行政部门。" },
  withdraw: { from: ["submitted"], to: "draft", by: "county", reason: false, label: "撤回修改", done: "已撤回，可以修改后再报送。" },
  accept: { from: ["submitted"], to: "provincial", by: "province", reason: false, label: "列入省级经验库并报部", done: "已列入省级经验库，并报教育部。" },
  return: { from: ["submitted"], to: "returned", by: "province", reason: true, label: "退回", done: "已退回县级修改。" },
  publish: { from: ["provincial", "declined"], to: "national", by: "nation", reason: false, label: "列入全国经验库", done: "已列入全国经验库。" },
  decline: { from: ["provincial"], to: "declined", by: "nation", reason: true, label: "暂不列入", done: "暂不列入全国经验库，仍在省级经验库。" },
  remove: { from: ["provincial", "declined"], to: "retired", by: "province", reason: true, label: "撤出经验库", done: "已撤出经验库。" },
  recall: { from: ["national"], to: "retired", by: "nation", reason: true, label: "撤出全国经验库", done: "已撤出经验库。" },
} as const satisfies Record<string, Rule>;
export type ExperienceAct = keyof typeof EXPERIENCE_ACTS;
export const EXPERIENCE_ACT_KEYS = Object.keys(EXPERIENCE_ACTS) as [ExperienceAct, ...ExperienceAct[]];
export const experienceRule = (act: ExperienceAct): Rule => EXPERIENCE_ACTS[act];

const WHO: Record<ExperienceRole, string> = { county: "撰写经验的县级教育行政部门", province: "所在省级教育行政部门", nation: "教育部" };

/** Why this office may not do this now, as a sentence; null when it may. */
export function refuseExperienceAct(state: ExperienceState, act: ExperienceAct, role: ExperienceRole | null): string | null {
  const rule = experienceRule(act);
  if (role !== rule.by) return `这件事由${WHO[rule.by]}办理。`;
  return rule.from.includes(state) ? null : `这篇经验现在是“${EXPERIENCE_STATE_NAME[state]}”，只有“${rule.from.map((from) => EXPERIENCE_STATE_NAME[from]).join("、")}”时才能${rule.label}。`;
}

/** Its words change until it is handed in, and after it came back. */
export const mayWrite = (state: ExperienceState, role: ExperienceRole | null): boolean => role === "county" && (state === "draft" || state === "returned");
