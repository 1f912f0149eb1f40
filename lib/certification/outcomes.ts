import type { Level, Stage } from "./stages";

/** What an official decision brings about. Every one passes 经办 → 审核 → 签发 and carries a 文号. */
export const OUTCOMES = ["nominate", "admit", "list", "apply", "endorse", "recommend", "feedback", "submitPlan", "submitReport", "recognise", "refuse", "return", "correct", "submitCorrection", "clear", "renew", "revoke", "retract"] as const;
export type Outcome = (typeof OUTCOMES)[number];

type Rule = {
  label: string;
  /** Stages at which it may be decided, each with the level that decides. */
  at: Partial<Record<Stage, Level>>;
  /** A step forward: held to the deadline. */
  forward: boolean;
  /** Asks for a date by which the county has to mend. */
  dated?: boolean;
  /** Carries the day of publication. */
  published?: boolean;
};

export const OUTCOME: Record<Outcome, Rule> = {
  nominate: { label: "报送自荐", at: { nomination: "county" }, forward: true },
  admit: { label: "列为培育对象", at: { cultivation: "province" }, forward: true },
  list: { label: "列入省级候选", at: { candidacy: "province" }, forward: true },
  apply: { label: "报送自评并申请评估", at: { self: "county" }, forward: true },
  endorse: { label: "复核通过，报省级评估", at: { city: "city" }, forward: true },
  recommend: { label: "评估通过，推荐申报国家认定", at: { province: "province" }, forward: true },
  feedback: { label: "印发国家反馈意见", at: { nation: "nation" }, forward: true, dated: true },
  submitPlan: { label: "报送整改方案", at: { plan: "county" }, forward: true },
  submitReport: { label: "报送整改情况报告", at: { report: "county" }, forward: true },
  recognise: { label: "予以认定", at: { verdict: "nation" }, forward: true, published: true },
  refuse: { label: "不予认定", at: { nation: "nation", verdict: "nation" }, forward: false },
  return: { label: "退回下一级", at: { cultivation: "province", candidacy: "province", city: "city", province: "province", nation: "nation", verdict: "nation" }, forward: false },
  correct: { label: "责令限期整改", at: { recognised: "nation" }, forward: false, dated: true },
  submitCorrection: { label: "报送限期整改报告", at: { correction: "county" }, forward: true },
  clear: { label: "复查通过，保持认定", at: { recheck: "province" }, forward: false },
  renew: { label: "复查未通过，继续限期整改", at: { recheck: "province" }, forward: false, dated: true },
  revoke: { label: "撤销认定", at: { recognised: "nation", correction: "nation", recheck: "nation" }, forward: false, published: true },
  retract: { label: "撤回申报", at: { nomination: "county", cultivation: "county", candidacy: "county", self: "county", city: "county", province: "county" }, forward: false },
};

const TO: Record<Exclude<Outcome, "apply" | "return">, Stage> = {
  nominate: "cultivation", admit: "candidacy", list: "self", endorse: "province", recommend: "nation", feedback: "plan", submitPlan: "report", submitReport: "verdict",
  recognise: "recognised", refuse: "refused", correct: "correction", submitCorrection: "recheck", clear: "recognised", renew: "correction", revoke: "revoked", retract: "withdrawn",
};

/** One level below, the way the case came. */
function back(stage: Stage, skipsCity: boolean): Stage {
  if (stage === "nation") return "province";
  if (stage === "province") return skipsCity ? "self" : "city";
  if (stage === "verdict") return "report";
  return stage === "city" ? "self" : "nomination";
}

/** Where a signed decision leads. */
export function leadsTo(outcome: Outcome, stage: Stage, skipsCity: boolean): Stage {
  if (outcome === "apply") return skipsCity ? "province" : "city";
  return outcome === "return" ? back(stage, skipsCity) : TO[outcome];
}

export const outcomesAt = (stage: Stage, level: Level | null): Outcome[] => OUTCOMES.filter((outcome) => level !== null && OUTCOME[outcome].at[stage] === level);
