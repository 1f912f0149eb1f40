/** Where a county stands on its way to recognition and after it. Pure. 教督〔2017〕6号 程序; seed: S5, D5; STANDARD A.4, A.5. */
export const STAGES = ["nomination", "cultivation", "candidacy", "self", "city", "province", "nation", "plan", "report", "verdict", "recognised", "correction", "recheck", "refused", "revoked", "withdrawn"] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_NAME: Record<Stage, string> = {
  nomination: "县级自荐", cultivation: "培育对象遴选", candidacy: "省级候选遴选", self: "县级自评", city: "市级复核", province: "省级评估", nation: "国家认定",
  plan: "整改方案", report: "整改情况报告", verdict: "认定结论", recognised: "已认定", correction: "限期整改", recheck: "复查", refused: "不予认定", revoked: "认定已撤销", withdrawn: "已撤回申报",
};

export const LEVELS = ["county", "city", "province", "nation"] as const;
export type Level = (typeof LEVELS)[number];

/** Whose hands a case is in at each stage; nobody's when it has ended. */
export const HOLDER: Record<Stage, Level | null> = {
  nomination: "county", cultivation: "province", candidacy: "province", self: "county", city: "city", province: "province", nation: "nation",
  plan: "county", report: "county", verdict: "nation", recognised: "nation", correction: "county", recheck: "province", refused: null, revoked: null, withdrawn: null,
};

/** The body that acts at a level: the applicant is 县级人民政府, evaluators are the 政府教育督导机构 (seed-systems, Actors). */
export const BODY: Record<Level, string> = { county: "县级人民政府", city: "设区市政府教育督导机构", province: "省级政府教育督导机构", nation: "国家教育督导机构" };

/** Stages at which nothing waits for whoever holds the case. */
export const NOTHING_WAITS = ["recognised", "refused", "revoked", "withdrawn"] as const satisfies readonly Stage[];

export const isStage = (text: string): text is Stage => STAGES.some((stage) => stage === text);
export const isEnded = (stage: Stage): boolean => HOLDER[stage] === null;

/** The straight way, without what follows recognition; 市级复核 is skipped for 直辖市, 省直辖县 and 兵团. */
export const wayOf = (skipsCity: boolean): Stage[] =>
  (["nomination", "cultivation", "candidacy", "self", "city", "province", "nation", "plan", "report", "verdict", "recognised"] as const).filter((stage) => stage !== "city" || !skipsCity);

/** The code of the division that holds a county's case at a stage: `cn` when it has ended, for only the nation may open it again. */
export function holderCode(stage: Stage, county: string): string {
  const level = HOLDER[stage];
  return level === "county" ? county : level === "city" ? county.slice(0, 4) : level === "province" ? county.slice(0, 2) : "cn";
}

/** The stages that a batch sets a last day for, in the order of the way; those of 整改 are set by the decision that asks for it. */
export const DATED_STAGES = ["nomination", "cultivation", "candidacy", "self", "city", "province", "nation", "verdict"] as const satisfies readonly Stage[];
