import { evaluateCounty } from "@/lib/evaluation/evaluate-county";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { evaluateBlock, packStage } from "@/lib/evaluation/kernel";
import { countySeries } from "./sections";
import { medianOf, type Line } from "./measure";

const RUNS = 5;

/** Sections a second with the full output objects. */
async function rateOf(counties: SchoolFacts[][]): Promise<{ sections: number; rate: number }> {
  let sections = 0;
  const ms = await medianOf(RUNS, () => {
    sections = 0;
    for (const county of counties) sections += evaluateCounty(county).sections.length;
  });
  return { sections, rate: sections / (ms / 1000) };
}

const rateLine = (what: string, rate: number, goal: number): Line => ({ what, figure: `${Math.round(rate).toLocaleString()} 个/秒`, goal: `≥ ${goal.toLocaleString()}`, met: rate >= goal });

/** 160,000 sections in counties of 150, and one county of 20,000, in memory on one core. */
export async function benchEvaluation(): Promise<Line[]> {
  const counties = countySeries(160_000, 150);
  const { sections, rate } = await rateOf(counties);
  const { sections: largest, rate: rateOfLargest } = await rateOf(countySeries(20_000, 20_000));
  const blocks = counties.flatMap((county) => packStage(county, "primary") ?? []);
  const kernelMs = await medianOf(RUNS, () => { for (const block of blocks) evaluateBlock(block); });
  const kernelRate = blocks.reduce((sum, block) => sum + block.sections, 0) / (kernelMs / 1000);
  return [
    rateLine("评估核（数值和加权差异系数）", kernelRate, 1_000_000),
    rateLine(`评估 ${sections.toLocaleString()} 个学段单位（完整结果）`, rate, 300_000),
    rateLine(`评估一个 ${largest.toLocaleString()} 所学校的县（完整结果）`, rateOfLargest, 300_000),
  ];
}
