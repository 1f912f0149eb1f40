/** The sections of a county's 实施方案, in the order in which such documents are written (登封市 实施方案; seed: M5). Pure. */
export const PLAN_SECTIONS = { guide: "指导思想", principles: "基本原则", goals: "工作目标", tasks: "工作任务", steps: "实施步骤", safeguards: "保障措施" } as const;
export type PlanSection = keyof typeof PLAN_SECTIONS;
export const PLAN_SECTION_KEYS = Object.keys(PLAN_SECTIONS) as [PlanSection, ...PlanSection[]];
export type PlanText = Record<PlanSection, string>;
export const EMPTY_PLAN: PlanText = { guide: "", principles: "", goals: "", tasks: "", steps: "", safeguards: "" };

/** Why the plan cannot be issued as it stands, by field; empty when it can. */
export function faultsOfIssue(sections: PlanText, documentNumber: string, issuedOn: string | null, today: string): Record<string, string> {
  const blank = PLAN_SECTION_KEYS.filter((key) => sections[key].trim() === "");
  return {
    ...Object.fromEntries(blank.map((key) => [key, `“${PLAN_SECTIONS[key]}”还没有填写。`])),
    ...(documentNumber === "" ? { documentNumber: "请填写文号。" } : {}),
    ...(issuedOn === null ? { issuedOn: "请选择印发日期。" } : issuedOn > today ? { issuedOn: "印发日期不能晚于今天。" } : {}),
  };
}
