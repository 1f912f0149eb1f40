import type { Level, Stage } from "./stages";

/** Documents of a course, each by whoever brings it at its stage; what is required is there before the county submits. Pure. STANDARD A.4; seed: D5 */
export type Material = { item: string; stage: Stage; by: Level; title: string; required: boolean };
export const MATERIALS: readonly Material[] = [
  { item: "nomination", stage: "nomination", by: "county", title: "自荐材料", required: false },
  { item: "self.report", stage: "self", by: "county", title: "自评报告", required: true },
  { item: "self.form", stage: "self", by: "county", title: "申报表", required: true },
  { item: "self", stage: "self", by: "county", title: "政策文件汇编等", required: false },
  { item: "city", stage: "city", by: "city", title: "复核报告、实地核查记录等", required: false },
  { item: "province", stage: "province", by: "province", title: "评估报告、实地核查记录等", required: false },
  { item: "nation", stage: "nation", by: "nation", title: "质量监测、核查和反馈材料等", required: false },
  { item: "plan", stage: "plan", by: "county", title: "整改方案", required: true },
  { item: "report", stage: "report", by: "county", title: "整改情况报告", required: true },
  { item: "correction", stage: "correction", by: "county", title: "限期整改报告", required: true },
];

/** The required materials of a stage that are not there, by name. */
export const missingMaterials = (stage: Stage, brought: readonly string[]): string[] => MATERIALS.flatMap((one) => (one.stage === stage && one.required && !brought.includes(one.item) ? [one.title] : []));
