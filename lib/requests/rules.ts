/** 困难问题 · 提请上级解决: states, acts and who may. Pure. seed: M7. */
export const REQUEST_STATES = ["sent", "answered", "settled", "withdrawn"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const REQUEST_STATE_NAME: Record<RequestState, string> = { sent: "待答复", answered: "已答复", settled: "已解决", withdrawn: "已撤回" };
export const REQUEST_STATE_TONE: Record<RequestState, "neutral" | "pending" | "warn" | "pass"> = { sent: "warn", answered: "pending", settled: "pass", withdrawn: "neutral" };
export const isRequestState = (text: string): text is RequestState => REQUEST_STATES.some((state) => state === text);

/** Who asked, and who is asked. */
export type RequestRole = "asker" | "answerer";
type Rule = { from: readonly RequestState[]; to: RequestState; by: RequestRole; text: boolean; day: string | null; label: string };

/** What may happen to a request; `day` names the date that the act asks for. */
export const REQUEST_ACTS = {
  answer: { from: ["sent"], to: "answered", by: "answerer", text: true, day: "承诺解决日期", label: "答复" },
  settle: { from: ["answered"], to: "settled", by: "asker", text: false, day: null, label: "确认已解决" },
  again: { from: ["answered"], to: "sent", by: "asker", text: true, day: "请求答复日期", label: "未解决，再次提请" },
  withdraw: { from: ["sent"], to: "withdrawn", by: "asker", text: true, day: null, label: "撤回" },
} as const satisfies Record<string, Rule>;
export type RequestAct = keyof typeof REQUEST_ACTS;
export const REQUEST_ACT_KEYS = Object.keys(REQUEST_ACTS) as [RequestAct, ...RequestAct[]];
export const requestRule = (act: RequestAct): Rule => REQUEST_ACTS[act];

/** Why this person may not do this now, as a sentence; null when they may. */
export function refuseRequestAct(state: RequestState, act: RequestAct, roles: readonly RequestRole[]): string | null {
  const rule = requestRule(act);
  if (!roles.includes(rule.by)) return rule.by === "answerer" ? "这件事由被提请的上级教育行政部门办理。" : "这件事由提请的学校或教育行政部门办理。";
  return rule.from.includes(state) ? null : `这件困难问题现在是“${REQUEST_STATE_NAME[state]}”，只有“${rule.from.map((from) => REQUEST_STATE_NAME[from]).join("、")}”时才能${rule.label}。`;
}

/** Late by days (Shanghai, YYYY-MM-DD): not answered by the day asked for, or not solved by the day promised. */
export const isRequestLate = (request: { state: RequestState; dueOn: string; promisedOn: string | null }, today: string): boolean =>
  request.state === "sent" ? request.dueOn < today : request.state === "answered" && request.promisedOn !== null && request.promisedOn < today;

/** Whom a place asks: a school its county, a county its city, or its province where no real city stands between, and so up. Null at the top. */
export function levelAbove(place: { code: string; ofSchool: boolean; skipsCity: boolean }): string | null {
  const { code, ofSchool, skipsCity } = place;
  if (ofSchool) return code;
  if (code === "cn") return null;
  if (code.length === 6) return skipsCity ? code.slice(0, 2) : code.slice(0, 4);
  return code.length === 4 ? code.slice(0, 2) : "cn";
}
