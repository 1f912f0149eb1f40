/** 在项目安排、资金分配、专家指导等方面给予倾斜 (鲁教基发〔2020〕4号 五（二）; seed: S11). */
export const SUPPORT_KIND_KEYS = ["project", "fund", "expert"] as const;
export const SUPPORT_KIND_NAME: Record<string, string> = { project: "项目安排", fund: "资金分配", expert: "专家指导" };
