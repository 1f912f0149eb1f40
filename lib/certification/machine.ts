import { DUTY_NAME, dutyText, type Duty } from "@/lib/access/duties";
import { BODY, HOLDER, STAGE_NAME, type Level, type Stage } from "./stages";
import { OUTCOME, type Outcome } from "./outcomes";

/** An open decision: who drafted and who checked it. */
export type OpenDecision = { outcome: Outcome; state: "drafted" | "checked"; handlerId: string; reviewerId: string | null };

/** Everything that the rules ask of a case. Counts are of the level that holds it, in this round; vetoes of every level. */
export type Standing = {
  stage: Stage;
  skipsCity: boolean;
  /** Last day of the stage, YYYY-MM-DD in Shanghai. */
  dueOn: string | null;
  open: OpenDecision | null;
  accepted: boolean;
  /** Required of the county at this stage and not there, by name. */
  materialsMissing: readonly string[];
  /** Of the 32 items and the veto items. */
  itemsOpen: number;
  itemsUnmet: number;
  vetoesConfirmed: number;
  vetoesSuspected: number;
  /** Steps of the national batch. */
  stepsOpen: number;
  stepsFailed: number;
  visitsOpen: number;
  visitsDone: number;
  /** Whether this level goes and sees: 复核 and 评估 always, the nation where its batch has such a step. */
  visitNeeded: boolean;
};
/** `level` is that of the office that acts for its body; null: an office that only reads. */
export type Hand = { level: Level | null; userId: string; ownCounty: boolean; duties: readonly Duty[] };

const EVALUATED: readonly Stage[] = ["city", "province", "nation"];

const notTheirs = (level: Level | undefined): string => (level ? `这件事由${BODY[level]}办理。` : "这件事不在现在的办理环节。");
/** Nobody decides on an own county (seed-systems, Actors). */
const OWN_COUNTY = "本人在该县任职，不能参与对该县的评估和决定。";
const conflictOfInterest = (hand: Hand): string | null => (hand.level !== "county" && hand.ownCounty ? OWN_COUNTY : null);

/** Why an act of a decision is not this account's: its body has given it another duty; null when it holds one that is asked for. */
function notTheirDuty({ duties }: Hand, level: Level, asked: readonly Duty[]): string | null {
  if (asked.some((duty) => duties.includes(duty))) return null;
  return `这一步由${BODY[level]}承担“${asked.map((duty) => DUTY_NAME[duty]).join("”或“")}”的账号办理，您的账号${duties.length > 0 ? `承担“${dutyText(duties)}”` : "没有承担经办、审核、签发"}。`;
}

/** Why a step forward is not yet due, by what is still open; null when nothing stands in its way. */
export function gap(standing: Standing, outcome: Outcome): string | null {
  const { stage } = standing;
  if (outcome === "revoke") {
    if (stage === "recheck" || standing.vetoesConfirmed > 0) return null;
    return stage === "recognised" ? "撤销认定须先限期整改并复查，或有经查实的一票否决情形。" : null;
  }
  if (outcome === "clear" && standing.vetoesConfirmed > 0) return "有经查实的一票否决情形，不能保持认定。";
  const rule = OUTCOME[outcome];
  if (!rule.forward) return null;
  if (HOLDER[stage] === "county") return standing.materialsMissing.length > 0 ? `请先上传${standing.materialsMissing.map((title) => `“${title}”`).join("、")}。` : null;
  if (standing.vetoesConfirmed > 0) return "有经查实的一票否决情形，不能通过。";
  if (EVALUATED.includes(stage) && !standing.accepted) return "还没有受理。";
  if (standing.stepsOpen > 0) return `国家认定程序还有 ${standing.stepsOpen} 步没有结果。`;
  if (standing.stepsFailed > 0) return `国家认定程序有 ${standing.stepsFailed} 步未通过，只能退回或不予认定。`;
  if (EVALUATED.includes(stage) && standing.itemsOpen > 0) return `还有 ${standing.itemsOpen} 项没有审核意见。`;
  if (standing.vetoesSuspected > 0) return "有一票否决情形正在核查，查清前不能通过。";
  if (outcome !== "feedback" && standing.itemsUnmet > 0) return `有 ${standing.itemsUnmet} 项审核意见为未达标或限期整改，整改到位前不能通过。`;
  if (standing.visitsOpen > 0) return "实地核查还没有结束。";
  if (standing.visitNeeded && standing.visitsDone === 0) return "还没有专家实地核查。";
  return null;
}

const late = (standing: Standing, outcome: Outcome, today: string): string | null =>
  OUTCOME[outcome].forward && standing.dueOn !== null && today > standing.dueOn ? `“${STAGE_NAME[standing.stage]}”的办理期限是 ${standing.dueOn}，已经过期；需要延期的，请国家教育督导机构批准。` : null;

/** 经办: why this decision may not be drafted now, as a sentence; null when it may. */
export function refuseDraft(standing: Standing, outcome: Outcome, hand: Hand, today: string): string | null {
  const rule = OUTCOME[outcome];
  const level = rule.at[standing.stage];
  if (!level) return `现在是“${STAGE_NAME[standing.stage]}”，不能办理“${rule.label}”。`;
  if (hand.level !== level) return notTheirs(level);
  const conflict = conflictOfInterest(hand);
  if (conflict) return conflict;
  const duty = notTheirDuty(hand, level, ["handler"]);
  if (duty) return duty;
  if (standing.open) return "已有一件决定正在审核或签发，请先办完或撤回。";
  return late(standing, outcome, today) ?? gap(standing, outcome);
}

export const HAND_ACTS = ["check", "sendBack", "sign", "withdraw"] as const;
export type HandAct = (typeof HAND_ACTS)[number];
export const HAND_ACT_NAME: Record<HandAct, string> = { check: "审核同意", sendBack: "退回经办", sign: "签发", withdraw: "撤回" };

/** The duty that an act of a decision asks for: one that is checked may still come back from the reviewer. What was drafted is withdrawn by its handler alone. */
const dutyOf = (act: Exclude<HandAct, "withdraw">, state: OpenDecision["state"]): readonly Duty[] => (act === "sign" ? ["signer"] : act === "check" || state === "drafted" ? ["reviewer"] : ["reviewer", "signer"]);

/** 审核, 签发 and back: three different people, each in turn and with that duty; at the signature everything is asked again. */
export function refuseHand(standing: Standing, act: HandAct, hand: Hand, today: string): string | null {
  const { open } = standing;
  if (!open) return "没有正在审核或签发的决定。";
  const level = OUTCOME[open.outcome].at[standing.stage];
  if (!level || hand.level !== level) return notTheirs(level);
  const conflict = conflictOfInterest(hand);
  if (conflict) return conflict;
  if (act === "withdraw") return open.handlerId === hand.userId ? null : "决定由经办人撤回。";
  const duty = notTheirDuty(hand, level, dutyOf(act, open.state));
  if (duty) return duty;
  if (open.handlerId === hand.userId) return "经办人不能审核、签发自己经办的决定，请由另一人办理。";
  if (act === "sendBack") return null;
  if (act === "check") return open.state === "drafted" ? null : "已经审核，等待签发。";
  if (open.state !== "checked") return "还没有审核，不能签发。";
  if (open.reviewerId === hand.userId) return "审核人不能签发自己审核的决定，请由另一人办理。";
  return late(standing, open.outcome, today) ?? gap(standing, open.outcome);
}

/** What is done on a case beside decisions. */
export const CASE_ACTS = ["accept", "review", "veto", "visit", "step", "monitor", "extend"] as const;
export type CaseAct = (typeof CASE_ACTS)[number];
export const CASE_ACT_NAME: Record<CaseAct, string> = { accept: "受理", review: "逐项审核", veto: "一票否决情形核查", visit: "实地核查", step: "记录国家认定程序结果", monitor: "年度监测", extend: "批准延期" };

const EVALUATE: Partial<Record<Stage, readonly Level[]>> = { city: ["city"], province: ["province"], nation: ["nation"] };
const AFTER: readonly Level[] = ["province", "nation"];
const ACT_AT: Record<CaseAct, Partial<Record<Stage, readonly Level[]>>> = {
  accept: EVALUATE,
  review: { ...EVALUATE, verdict: ["nation"] },
  veto: { ...EVALUATE, verdict: ["nation"], recognised: AFTER, correction: AFTER, recheck: AFTER },
  visit: { ...EVALUATE, recheck: ["province"] },
  step: { nation: ["nation"] },
  monitor: { recognised: AFTER },
  extend: Object.fromEntries((["nomination", "cultivation", "candidacy", "self", "city", "province", "nation", "plan", "report", "verdict", "correction"] as const).map((stage) => [stage, ["nation"] as const])),
};

/** Why this act may not be done now; null when it may. While a decision is being checked or signed, its grounds stand still. */
export function refuseCaseAct(standing: Standing, act: CaseAct, hand: Hand): string | null {
  const levels = ACT_AT[act][standing.stage];
  if (!levels) return `现在是“${STAGE_NAME[standing.stage]}”，不能办理“${CASE_ACT_NAME[act]}”。`;
  if (hand.level === null || !levels.includes(hand.level)) return `这件事由${levels.map((level) => BODY[level]).join("或")}办理。`;
  const conflict = conflictOfInterest(hand);
  if (conflict) return conflict;
  if (act === "accept") return standing.accepted ? "已经受理。" : null;
  if (act === "extend" || act === "monitor") return null;
  if (standing.open && act !== "veto") return "有决定正在审核或签发，作为依据的审核意见和核查结果不能改动；需要改动的，请先撤回。";
  if (EVALUATED.includes(standing.stage) && !standing.accepted) return "请先受理。";
  return null;
}
