import { OUTCOME, OUTCOMES } from "@/lib/certification/outcomes";

const OTHER: Record<string, string> = { open: "登记自荐", accept: "受理", visit: "安排实地核查", visited: "办结实地核查", expert: "聘请核查专家", "expert-end": "结束专家聘请", extend: "批准延期", monitor: "年度监测", "relaxation-add": "登记放宽事项", "relaxation-plan": "填写建设计划", "relaxation-confirm": "确认达到完整标准" };

/** An act of a case's course as people read it. */
export const actName = (act: string): string => { const outcome = OUTCOMES.find((one) => one === act); return outcome ? OUTCOME[outcome].label : (OTHER[act] ?? "办理"); };
