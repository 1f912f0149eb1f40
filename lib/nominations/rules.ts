/** 先行创建县: county → city → province → ministry → the published list. Pure. 教基厅函〔2021〕43号; seed: M2, M6 */
export const NOMINATION_STATES = ["draft", "returned", "city", "province", "reported", "published", "declined"] as const;
export type NominationState = (typeof NOMINATION_STATES)[number];
export const NOMINATION_STATE_NAME: Record<NominationState, string> = { draft: "县级填写", returned: "已退回县级", city: "市级审核", province: "省级遴选", reported: "已报教育部", published: "列入先行创建县名单", declined: "本批未列入" };
export const NOMINATION_STATE_TONE: Record<NominationState, "neutral" | "pending" | "warn" | "pass"> = { draft: "neutral", returned: "warn", city: "pending", province: "pending", reported: "pending", published: "pass", declined: "neutral" };
export const isNominationState = (text: string): text is NominationState => NOMINATION_STATES.some((state) => state === text);

/** The 教育行政部门 of each level. */
export const NOMINATION_ROLES = ["county", "city", "province", "nation"] as const;
export type NominationRole = (typeof NOMINATION_ROLES)[number];
const WHO: Record<NominationRole, string> = { county: "该县教育行政部门", city: "所在设区市教育行政部门", province: "所在省级教育行政部门", nation: "教育部" };

type Rule = { at: Partial<Record<NominationState, NominationRole>>; label: string; done: string; reason: boolean };
/** Who does what where. `report`, `review` and `publish` concern several at once and are done from the list. */
export const NOMINATION_ACTS = {
  edit: { at: { draft: "county", returned: "county" }, label: "填写推荐表", done: "推荐表已保存。", reason: false },
  submit: { at: { draft: "county", returned: "county" }, label: "报送", done: "推荐表已报送。", reason: false },
  withdraw: { at: { city: "county", province: "county" }, label: "撤回修改", done: "已撤回，可以修改后再报送。", reason: false },
  forward: { at: { city: "city" }, label: "同意，报省级", done: "已报省级教育行政部门。", reason: true },
  return: { at: { city: "city", province: "province" }, label: "退回", done: "已退回县级修改。", reason: true },
  rank: { at: { province: "province" }, label: "排序", done: "推荐顺序已保存。", reason: false },
  report: { at: { province: "province" }, label: "报送教育部", done: "已报送教育部。", reason: false },
  review: { at: { reported: "nation" }, label: "审核", done: "审核意见已保存，公布名单前只有教育部可见。", reason: true },
  publish: { at: { reported: "nation" }, label: "公布名单", done: "名单已公布。", reason: false },
} as const satisfies Record<string, Rule>;
export type NominationAct = keyof typeof NOMINATION_ACTS;
export const NOMINATION_ACT_KEYS = Object.keys(NOMINATION_ACTS) as [NominationAct, ...NominationAct[]];
/** Those that move one nomination and nothing else. */
export const SINGLE_ACTS = ["submit", "withdraw", "forward", "return"] as const satisfies readonly NominationAct[];
export type SingleAct = (typeof SINGLE_ACTS)[number];
export const nominationRule = (act: NominationAct): Rule => NOMINATION_ACTS[act];

/** Why this office may not do this now, as a sentence; null when it may. */
export function refuseNominationAct(state: NominationState, act: NominationAct, role: NominationRole | null): string | null {
  const rule = nominationRule(act);
  const needed = rule.at[state];
  if (!needed) return `推荐表现在是“${NOMINATION_STATE_NAME[state]}”，不能办理“${rule.label}”。`;
  return role === needed ? null : `这件事由${WHO[needed]}办理。`;
}

/** Where a single act leads; 市级审核 is skipped where there is no prefecture. */
export function nominationTo(act: SingleAct, skipsCity: boolean): NominationState {
  const to: Record<SingleAct, NominationState> = { submit: skipsCity ? "province" : "city", withdraw: "draft", forward: "province", return: "returned" };
  return to[act];
}

export type Quota = { min: number; max: number };

/** Why a province may not report so many more; what went up before counts, whatever the ministry made of it. */
export function refuseReport({ min, max }: Quota, before: number, now: number, reason: string): string | null {
  if (now === 0) return "还没有排序的推荐县，请先排序。";
  if (before + now > max) return `每省最多推荐 ${max} 个，${before > 0 ? `已报 ${before} 个，` : ""}本次 ${now} 个，超出名额。`;
  if (before + now < min && reason === "") return `每省推荐 ${min}—${max} 个，共 ${before + now} 个，不足 ${min} 个须说明原因。`;
  return null;
}

/** After the last day a report is a 补报, which asks for its reason. */
export const isLate = (dueOn: string, today: string): boolean => today > dueOn;
