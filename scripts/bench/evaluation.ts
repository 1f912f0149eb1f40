import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import { evaluateBlock, packStage } from "@/lib/evaluation/kernel";
import { countySeries } from "./sections";
import { medianOf, type Line } from "./measure";

const RUNS = 5;

/** 160,000 sections in counties of 150, in memory on one core. */
export async function benchEvaluation(): Promise<Line[]> {
  const counties = countySeries(160_000, 150);
  let sections = 0;
  const ms = await medianOf(RUNS, () => {
    sections = 0;
    for (const county of counties) sections += evaluateCounty(county).sections.length;
  });
  const rate = sections / (ms / 1000);
  const blocks = counties.flatMap((county) => packStage(county, "primary") ?? []);
  const kernelMs = await medianOf(RUNS, () => { for (const block of blocks) evaluateBlock(block); });
  const kernelRate = blocks.reduce((sum, block) => sum + block.sections, 0) / (kernelMs / 1000);
  return [{ what: "评估核（数值和加权差异系数）", figure: `${Math.round(kernelRate).toLocaleString()} 个/秒`, goal: "≥ 1,000,000", met: kernelRate >= 1_000_000 }, { what: `评估 ${sections.toLocaleString()} 个学段单位（完整结果）`, figure: `${Math.round(rate).toLocaleString()} 个/秒`, goal: "≥ 300,000", met: rate >= 300_000 }];
}
