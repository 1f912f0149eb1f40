import type { Stage } from "./stages";

/** What the applicant brings along at each of its stages; what is required is there before it submits. Pure. STANDARD A.4; seed: D5 */
export type Material = { item: string; stage: Stage; title: string; required: boolean };
export const MATERIALS: readonly Material[] = [
  { item: "nomination", stage: "nomination", title: "自荐材料", required: false },
  { item: "self.report", stage: "self", title: "自评报告", required: true },
  { item: "self.form", stage: "self", title: "申报表", required: true },
  { item: "self", stage: "self", title: "政策文件汇编等", required: false },
  { item: "plan", stage: "plan", title: "整改方案", required: true },
  { item: "report", stage: "report", title: "整改情况报告", required: true },
  { item: "correction", stage: "correction", title: "限期整改报告", required: true },
];

/** The required materials of a stage that are not there, by name. */
export const missingMaterials = (stage: Stage, brought: readonly string[]): string[] => MATERIALS.flatMap((one) => (one.stage === stage && one.required && !brought.includes(one.item) ? [one.title] : []));
