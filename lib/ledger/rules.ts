/** States, acts and who may, of an entry of the ledger. Pure. seed: X3, X12, S4. */
export const LEDGER_STATES = ["open", "doing", "waiting", "closed"] as const;
export type LedgerState = (typeof LEDGER_STATES)[number];
export const LEDGER_STATE_NAME: Record<LedgerState, string> = { open: "待整改", doing: "整改中", waiting: "待核验", closed: "已销号" };
export const LEDGER_STATE_TONE: Record<LedgerState, "neutral" | "pending" | "warn" | "pass"> = { open: "neutral", doing: "pending", waiting: "warn", closed: "pass" };
export const isLedgerState = (text: string): text is LedgerState => LEDGER_STATES.some((state) => state === text);
/** The mark of an entry whose figures now meet the standard; a person still verifies it. */
export const DATA_MET_NAME = "数据已达标，待核验";

export const SOURCES = ["shortfall", "self_check", "visit", "review", "basic_balance", "interview", "complaint"] as const;
export type LedgerSource = (typeof SOURCES)[number];
export const SOURCE_NAME: Record<LedgerSource, string> = { shortfall: "指标缺口", self_check: "逐项自查", visit: "督导进校", review: "评估复核意见", basic_balance: "基本均衡认定问题", interview: "座谈走访", complaint: "群众反映" };
export const isSource = (text: string): text is LedgerSource => SOURCES.some((source) => source === text);
/** What 自查 writes; people write the others. */
export const isComputed = (source: LedgerSource): boolean => source === "shortfall" || source === "self_check";
/** What the bureau enters by hand; visits and interviews raise their own. */
export const MANUAL_SOURCES = ["review", "basic_balance", "complaint"] as const;

/** Who rectifies. */
export const OWNERS = ["school", "unit", "bureau"] as const;
export type LedgerOwner = (typeof OWNERS)[number];
export const isOwner = (text: string): text is LedgerOwner => OWNERS.some((owner) => owner === text);
export const BUREAU = "教育行政部门";

/** 教育行政部门, 督导机构, 责任督学 of the school, or whoever has to rectify (a school or a unit). */
export type LedgerRole = "bureau" | "supervisor" | "inspector" | "owner";
export const LEDGER_ROLES: readonly LedgerRole[] = ["bureau", "supervisor", "inspector", "owner"];

type Rule = { from: readonly LedgerState[]; to: LedgerState | null; by: readonly LedgerRole[]; text: "asked" | "optional"; label: string };

/** What may happen to an entry; `to: null` leaves the state. */
export const LEDGER_ACTS = {
  start: { from: ["open"], to: "doing", by: ["bureau", "owner"], text: "optional", label: "开始整改" },
  report: { from: ["open", "doing", "waiting"], to: null, by: ["bureau", "supervisor", "inspector", "owner"], text: "asked", label: "记录进展" },
  submit: { from: ["doing"], to: "waiting", by: ["bureau", "owner"], text: "asked", label: "报请核验" },
  verify: { from: ["waiting"], to: "closed", by: ["bureau", "supervisor", "inspector"], text: "optional", label: "核验销号" },
  return: { from: ["waiting"], to: "doing", by: ["bureau", "supervisor", "inspector"], text: "asked", label: "退回" },
  reopen: { from: ["closed"], to: "doing", by: ["bureau", "supervisor", "inspector"], text: "asked", label: "重新打开" },
} as const satisfies Record<string, Rule>;
export type LedgerAct = keyof typeof LEDGER_ACTS;
export const LEDGER_ACT_KEYS = Object.keys(LEDGER_ACTS) as [LedgerAct, ...LedgerAct[]];
const ruleOf = (act: LedgerAct): Rule => LEDGER_ACTS[act];
/** Acts that judge what another has done. */
const JUDGING: readonly LedgerAct[] = ["verify", "return"];

export type LedgerStanding = { state: LedgerState; owner: LedgerOwner; rectifiedBy: string[] };
type By = { role: LedgerRole | null; userId: string };

/** Why this person may not do this now, as a sentence; null when they may. Nobody verifies what their own office or hand has rectified. */
export function refuseLedgerAct(entry: LedgerStanding, act: LedgerAct, by: By): string | null {
  const rule = ruleOf(act);
  if (!by.role || !rule.by.includes(by.role)) return JUDGING.includes(act) ? "核验由教育行政部门、政府教育督导机构或责任督学办理，整改的单位和学校不能自己核验。" : "这件事由责任单位或县级教育行政部门办理。";
  if (!rule.from.includes(entry.state)) return `这个问题现在是“${LEDGER_STATE_NAME[entry.state]}”，只有“${rule.from.map((state) => LEDGER_STATE_NAME[state]).join("、")}”时才能${rule.label}。`;
  if (!JUDGING.includes(act)) return null;
  if (by.role === "bureau" && entry.owner === "bureau") return "教育行政部门自己整改的问题，由政府教育督导机构核验。";
  return entry.rectifiedBy.includes(by.userId) ? "参加整改的人不能自己核验，请由另一人办理。" : null;
}

/** The state after an allowed act. */
export const afterLedgerAct = (state: LedgerState, act: LedgerAct): LedgerState => ruleOf(act).to ?? state;

/** Whether words are asked for: always where the rule says so, and to close an entry that the figures do not yet confirm. */
export const asksText = (act: LedgerAct, entry: { dataMet: boolean }): boolean => ruleOf(act).text === "asked" || (act === "verify" && !entry.dataMet);

/** Whether the act makes the person one of those who rectified. */
export const rectifies = (act: LedgerAct, role: LedgerRole | null): boolean => act === "submit" || (role === "owner" && (act === "start" || act === "report"));

/** 逾期 is a mark beside the state: due before today (Shanghai, YYYY-MM-DD) and still to be rectified; what waits to be verified is not late. */
export const isLate = (entry: { state: LedgerState; dueOn: string | null }, today: string): boolean => entry.dueOn !== null && entry.dueOn < today && (entry.state === "open" || entry.state === "doing");

/** How long an entry has stood open, in the four steps that lists count by. */
export const AGES = [{ key: "month", label: "30 天以内", upTo: 30 }, { key: "quarter", label: "31—90 天", upTo: 90 }, { key: "half", label: "91—180 天", upTo: 180 }, { key: "longer", label: "180 天以上", upTo: Infinity }] as const;
export type AgeKey = (typeof AGES)[number]["key"];
export const daysOpen = (openedOn: string, today: string): number => Math.max(0, Math.round((Date.parse(today) - Date.parse(openedOn)) / 86_400_000));
export const ageOf = (openedOn: string, today: string): AgeKey => (AGES.find((age) => daysOpen(openedOn, today) <= age.upTo) ?? AGES[3]).key;
