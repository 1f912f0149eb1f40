import { INDICATORS, STAGE_NAME } from "@/lib/standard/indicators";
import { evaluateCounty, type CountyEvaluation } from "../evaluate-county";
import type { EvaluationOptions, PerKey } from "../evaluate-school";
import type { SchoolFacts } from "../facts";
import { applyPlan } from "./apply-plan";
import { driverSentences, moveSentences, peopleSentence } from "./explain";
import { leastHiring } from "./least-hiring";
import { planModel } from "./model";
import { pairMoves } from "./pair-moves";
import type { PlanOutcome, Proof } from "./plan-types";
import { corpsOf, type Corps } from "./rotation-model";
import { fewestMoves, type Rotation } from "./rotation-program";
import type { Highs, SolverLoader } from "./solver";
import { TEACHER_KEYS } from "./units";
import { evenest } from "./whole-steps";

export type RotationOptions = { costs: PerKey<number>; quota: number | undefined; groups: ReadonlyMap<string, string>; evaluation: EvaluationOptions; loadSolver: SolverLoader };

const NOT_FOUND = "在限定的时间内没有找到达到要求的教师调配方案；请放宽交流比例或改用最少增补后重试。";
/** Said where the teachers are in order and the premises are not. */
export const PREMISES_LACK = "调配教师后，教师的三项指标达到要求；资源配置仍未达标，须另行增补用房、场馆、设备或教室。";

/** Why moves alone are not enough, corps by corps; empty where only the quota stands in the way. */
function whyHiring(corps: readonly Corps[], quota: number): string[] {
  const reasons = corps.flatMap((own) => {
    const name = `${STAGE_NAME[own.stage]}${INDICATORS[own.key].shortName}`;
    const total = own.present.reduce((sum, value) => sum + value, 0);
    const least = Float64Array.from(own.present, (present, i) => Math.max(own.floor[i] ?? 0, Math.min(present, own.standard[i] ?? 0)));
    const needed = least.reduce((sum, value) => sum + value, 0);
    if (needed > total) return [`${name}全县共 ${total} 人，各校按要求至少需要 ${needed} 人，只靠调动不够。`];
    const amounts = evenest(least, own.students, total);
    if (!amounts) return [];
    const pupils = own.students.reduce((sum, count) => sum + count, 0);
    const squares = amounts.reduce((sum, amount, i) => sum + (amount * amount) / (own.students[i] ?? 1), 0);
    const cv = Math.sqrt(Math.max((pupils * squares) / (total * total) - 1, 0));
    return cv > own.limit ? [`${name}只靠调动，差异系数最低为 ${cv.toFixed(4)}，仍超过 ${own.limit}。`] : [];
  });
  return reasons.length > 0 ? reasons : [`按交流比例最多调动 ${quota} 人，不足以达到要求。`];
}

/** Whether every section has what is asked of its teachers, and every coefficient of teachers is within its limit. */
const teachersPass = (after: CountyEvaluation): boolean =>
  Object.values(after.stages).every((stage) => TEACHER_KEYS.every((key) => stage.indicators[key].cvPass)) && after.sections.every((section) => TEACHER_KEYS.every((key) => section.atFloor[key]) && TEACHER_KEYS.filter((key) => !section.atStandard[key]).length <= 1);

function solve(highs: Highs, corps: readonly Corps[], quota: number, groups: ReadonlyMap<string, string>): { rotation: Rotation; leastHired: number } | null {
  const without = fewestMoves(highs, corps, corps.map(() => 0), quota, groups);
  if (typeof without !== "string") return { rotation: without, leastHired: 0 };
  const hiring = without === "impossible" ? leastHiring(highs, corps, quota) : null;
  const rotation = hiring && fewestMoves(highs, corps, hiring.hired, quota, groups);
  return rotation === null || typeof rotation === "string" ? null : { rotation, leastHired: hiring?.leastHired ?? 0 };
}

/** The fewest moved teachers, and the least hiring where moves alone cannot do it; rechecked by the evaluation itself. */
export async function planRotation(schools: readonly SchoolFacts[], { quota, groups, evaluation, loadSolver }: RotationOptions): Promise<PlanOutcome> {
  const outcome = planModel(schools, evaluation);
  if (!outcome.ok) return outcome;
  const corps = corpsOf(outcome.model, evaluation);
  const degree = corps.filter(({ key }) => key === "degreeTeachers").reduce((sum, own) => sum + own.present.reduce((all, value) => all + value, 0), 0);
  const most = quota === undefined ? Infinity : Math.floor(quota * degree + 1e-9);
  const found = solve(await loadSolver(), corps, most, groups);
  if (!found) return { ok: false, message: NOT_FOUND };
  const { rotation, leastHired } = found;
  const names = new Map(schools.map((facts) => [facts.code, facts.name]));
  const { moves, hires } = pairMoves(corps, rotation, groups, (code) => names.get(code) ?? code);
  const after = evaluateCounty(applyPlan(schools, { additions: hires, moves }), evaluation);
  if (!teachersPass(after)) return { ok: false, message: NOT_FOUND };
  const hired = hires.reduce((sum, { amount }) => sum + amount, 0);
  const cost = rotation.moved + hired;
  const lowerBound = Math.min(rotation.leastMoved + leastHired, cost);
  const proof: Proof = { lowerBound, gap: cost - lowerBound, unit: "people", moved: rotation.moved, leastMoved: rotation.leastMoved };
  const rest = after.verdict.resourceAllocation === false ? [PREMISES_LACK] : [];
  const reasons = cost === 0
    ? ["教师的三项指标已经达到要求，不需要调动。", ...rest]
    : [...driverSentences(evaluateCounty(schools, evaluation), TEACHER_KEYS), ...moveSentences(moves, hires), ...(hired > 0 ? whyHiring(corps, most) : []), peopleSentence(proof, hired, leastHired), ...rest];
  return { ok: true, plan: { additions: hires, moves, cost, after, proof, exceptions: [], reasons } };
}
