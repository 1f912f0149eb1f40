import { planCounty, type PlanMode } from "@/lib/evaluation/planner/plan-county";
import { whatIf } from "@/lib/evaluation/planner/what-if";
import { medianOf, type Line } from "./measure";
import { unevenCounty } from "./planner-county";

const SECTIONS = 300;
const RUNS = 15;

async function planLine(what: string, shared: number, mode: PlanMode, goalMs: number, runs: number): Promise<Line> {
  const county = unevenCounty(shared, SECTIONS);
  let [said, close] = ["", false];
  const ms = await medianOf(runs, async () => {
    const outcome = await planCounty(county, { mode });
    if (!outcome.ok) throw new Error(outcome.message);
    const { cost, proof: { gap, unit } } = outcome.plan;
    said = `距下限 ${((gap / Math.max(cost, 1)) * 100).toFixed(2)}%`;
    close = gap <= cost * 0.01 || (unit === "people" && gap <= 1);
  });
  return { what, figure: `${Math.round(ms)} ms，${said}`, goal: `< ${goalMs} ms，距下限 ≤ 1%`, met: ms < goalMs && close };
}

/** Plans of a county of 300 uneven sections, and one frame of “what if” over 300 schools, in memory on one core. */
export async function benchPlanner(): Promise<Line[]> {
  const schools = unevenCounty(0, SECTIONS);
  const frame = await medianOf(20, () => whatIf(schools, [{ kind: "growth", stage: "primary", factor: 1.05 }, { kind: "merger", code: schools[3]?.code ?? "", into: schools[0]?.code ?? "", keepsPremises: true }]));
  return [
    await planLine("最少增补（300 个单位，校舍不共用）", 0, "additions", 50, RUNS),
    await planLine("最少增补（300 个单位，100 个共用校舍）", 100, "additions", 3000, 3),
    await planLine("教师调配（300 个单位）", 0, "rotation", 10_000, 1),
    { what: "假设测算一帧（300 所学校）", figure: `${frame.toFixed(1)} ms`, goal: "< 50 ms", met: frame < 50 },
  ];
}
