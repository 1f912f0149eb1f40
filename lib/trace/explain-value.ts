import { amountOf, valueOf } from "@/lib/evaluation/amounts";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { sectionsOf } from "@/lib/evaluation/sections";
import { INDICATORS, STAGE_NAME, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import { exactText } from "./exact-text";
import { numberInput as input, type Input } from "./form-input";

export type ValueTrace = { formula: string; steps: string[]; inputs: Input[]; value: number | null };

const FIELD = { degreeTeachers: "DegreeTeachers", backboneTeachers: "BackboneTeachers", artsPeTeachers: "ArtsPeTeachers" } as const;

/** The school's amount of an indicator from its fields, in words. */
function amountPart(facts: SchoolFacts, stage: Stage, key: IndicatorKey): { inputs: Input[]; words: string; whole: string; step: string | null } {
  const { unit } = INDICATORS[key];
  const plain = (name: string, value: number | null, words: string) => ({ inputs: input(name, value), words, whole: value === null ? "未填" : exactText(value), step: null });
  if (key === "degreeTeachers" || key === "backboneTeachers" || key === "artsPeTeachers") return plain(`${stage}${FIELD[key]}`, facts[key][stage], INDICATORS[key].shortName);
  if (key === "multimediaRooms") return plain("multimediaRooms", facts.multimediaRooms, "网络多媒体教室数");
  const { teachingArea, indoorSportsArea, sportsFieldArea, equipmentValueWan } = facts;
  if (key === "equipmentValue") {
    const yuan = equipmentValueWan === null ? null : Math.round(equipmentValueWan * 10_000);
    return { inputs: input("equipmentValueWan", equipmentValueWan), words: "教学仪器设备资产值（元）", whole: yuan === null ? "未填" : exactText(yuan), step: equipmentValueWan === null || yuan === null ? null : `${exactText(equipmentValueWan)} 万元 × 10,000 = ${exactText(yuan)} 元` };
  }
  const [first, name, sign] = key === "teachingArea" ? [teachingArea, "teachingArea", "−"] as const : [sportsFieldArea, "sportsFieldArea", "+"] as const;
  const area = first === null || indoorSportsArea === null ? null : Math.max(Math.round(first * 100) + (sign === "−" ? -1 : 1) * Math.round(indoorSportsArea * 100), 0) / 100;
  return {
    inputs: [...input(name, first), ...input("indoorSportsArea", indoorSportsArea)],
    words: key === "teachingArea" ? "（教学及辅助用房面积 − 室内体育用房面积）" : "（运动场地面积 + 室内体育用房面积）",
    whole: area === null ? "未填" : exactText(area), step: area === null ? null : `${exactText(first ?? 0)} ${sign} ${exactText(indoorSportsArea ?? 0)} = ${exactText(area)} ${unit}`,
  };
}

/** A pupil of 小学, 初中 and 高中 in the split of shared premises, as the standard writes it (STANDARD B.2). */
const WEIGHT_TEXT = { nine_year: { primary: "1", junior: "1.1", senior: null }, twelve_year: { primary: "1", junior: "1.1", senior: "1.32" }, complete_secondary: { primary: null, junior: "1", senior: "1.2" } } as const;

const isShared = (kind: SchoolFacts["kind"]): kind is keyof typeof WEIGHT_TEXT => kind in WEIGHT_TEXT;

/**
 * How a section's value comes about: formula, the same with the numbers, and every input with its form and column. The value is
 * that of the evaluation, not another computation of its own.
 */
export function explainValue(facts: SchoolFacts, stage: Stage, key: IndicatorKey): ValueTrace {
  const { per, unit, physical } = INDICATORS[key];
  const section = sectionsOf(facts).find((one) => one.stage === stage);
  const amount = section ? amountOf(section, key) : null;
  const value = amount && valueOf(key, amount);
  const { inputs, words, whole, step } = amountPart(facts, stage, key);
  const times = per === 100 ? " × 100" : "";
  const students = facts.students[stage];
  const own = input(`${stage}Students`, students);
  const result = value === null ? "有未填的数，不计算" : `= ${exactText(value)} ${unit}`;
  if (!physical || !isShared(facts.kind)) return { formula: `${words} ÷ ${STAGE_NAME[stage]}在校生数${times}`, steps: [...(step ? [step] : []), `${whole} ÷ ${students === null ? "未填" : exactText(students)}${times} ${result}`], inputs: [...inputs, ...own], value };
  const weights = WEIGHT_TEXT[facts.kind];
  const parts = (["primary", "junior", "senior"] as const).flatMap((one) => { const weight = weights[one]; return weight === null ? [] : [{ one, weight, pupils: facts.students[one] }]; });
  const pool = parts.map(({ weight, pupils }) => `${weight} × ${pupils === null ? "未填" : exactText(pupils)}`).join(" + ");
  const mine = weights[stage] ?? "1";
  return {
    formula: `${words} × ${STAGE_NAME[stage]}权重 ÷ 各学段加权在校生数之和${times}（一贯制学校、完全中学按小学 1：初中 1.1：高中 1.32，完全中学初中 1：高中 1.2 分摊）`,
    steps: [...(step ? [step] : []), `${whole} × ${mine} ÷（${pool}）${times} ${result}`],
    inputs: [...inputs, ...parts.flatMap(({ one, pupils }) => input(`${one}Students`, pupils))], value,
  };
}
