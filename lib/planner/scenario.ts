import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { Change } from "@/lib/evaluation/planner/what-if";
import { INDICATORS, STAGE_NAME, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { Thresholds } from "@/lib/evaluation/evaluate-school";
import { stagesOf } from "@/lib/standard/school-kinds";
import type { Assumption } from "./schema";

/** What the sliders of a what-if say. Pure. */
export type Scenario = {
  /** Change of enrolment by stage, in per cent. */
  growth: Record<Stage, number>;
  newSchool: { stage: Stage; pupils: number; /** Per cent of the standard that it is fitted out with. */ level: number; /** A school, or all of the stage in proportion. */ from: string } | null;
  merger: { code: string; into: string; keepsPremises: boolean } | null;
  boarding: { code: string; from: string; pupils: number; area: number } | null;
};

export const NOTHING: Scenario = { growth: { primary: 0, junior: 0 }, newSchool: null, merger: null, boarding: null };
/** A code that no school has: 学校标识码 have ten digits and begin with a place. */
export const NEW_CODE = "0000000001";
export const EVERYWHERE = "all";

/** A school of one stage that has `level` per cent of the standard in everything. */
export function schoolAtStandard(stage: Stage, pupils: number, level: number, thresholds: Thresholds): SchoolFacts {
  const need = (key: IndicatorKey, decimals = 0) => {
    const exact = (thresholds[key][stage] * pupils * level) / 100 / INDICATORS[key].per;
    const scale = 10 ** decimals;
    return Math.ceil(exact * scale - 1e-9) / scale;
  };
  const only = (value: number) => ({ primary: stage === "primary" ? value : null, junior: stage === "junior" ? value : null });
  return {
    code: NEW_CODE, name: `新建${STAGE_NAME[stage]}（假设）`, kind: stage, operatorType: 7, areaType: null, parentCode: null,
    students: { ...only(pupils), senior: null }, classes: only(Math.ceil(pupils / 45)), maxClass: { primary: null, junior: null },
    degreeTeachers: only(need("degreeTeachers")), backboneTeachers: only(need("backboneTeachers")), artsPeTeachers: only(need("artsPeTeachers")),
    teachingArea: need("teachingArea", 2), indoorSportsArea: 0, sportsFieldArea: need("sportsArea", 2), equipmentValueWan: Math.ceil(need("equipmentValue") - 1e-9) / 10_000, multimediaRooms: need("multimediaRooms"),
  };
}

/** `pupils` taken from the schools of a stage in proportion to what they have; whole pupils that sum up, the largest remainders first. */
export function inProportion(schools: readonly SchoolFacts[], stage: Stage, pupils: number): { code: string; students: Partial<Record<Stage, number>> }[] {
  const own = schools.flatMap(({ code, kind, students }) => (stagesOf(kind).includes(stage) && (students[stage] ?? 0) > 0 ? [{ code, has: students[stage] ?? 0 }] : []));
  const all = own.reduce((sum, { has }) => sum + has, 0);
  if (all === 0) return [];
  const taken = Math.min(pupils, all);
  const parts = own.map(({ code, has }) => ({ code, whole: Math.floor((taken * has) / all), rest: ((taken * has) % all) / all }));
  let left = taken - parts.reduce((sum, { whole }) => sum + whole, 0);
  for (const part of [...parts].sort((a, b) => b.rest - a.rest || (a.code < b.code ? -1 : 1))) {
    if (left <= 0) break;
    part.whole += 1;
    left -= 1;
  }
  return parts.filter(({ whole }) => whole > 0).map(({ code, whole }) => ({ code, students: { [stage]: whole } }));
}

/** The assumptions in the order in which they are made: enrolment first, so that the others move the pupils of then. */
export function changesOf({ growth, newSchool, merger, boarding }: Scenario, schools: readonly SchoolFacts[], thresholds: Thresholds): Extract<Change, Assumption>[] {
  const grown = STAGES.filter((stage) => growth[stage] !== 0).map((stage) => ({ kind: "growth" as const, stage, factor: (100 + growth[stage]) / 100 }));
  const after = (stage: Stage) => schools.map((facts) => ({ ...facts, students: { ...facts.students, [stage]: facts.students[stage] === null ? null : Math.round(facts.students[stage] * ((100 + growth[stage]) / 100)) } }));
  const built = newSchool && newSchool.pupils > 0 ? [{
    kind: "newSchool" as const, school: { ...schoolAtStandard(newSchool.stage, newSchool.pupils, newSchool.level, thresholds), students: { primary: newSchool.stage === "primary" ? 0 : null, junior: newSchool.stage === "junior" ? 0 : null, senior: null } },
    from: newSchool.from === EVERYWHERE ? inProportion(after(newSchool.stage), newSchool.stage, newSchool.pupils) : [{ code: newSchool.from, students: { [newSchool.stage]: newSchool.pupils } }],
  }] : [];
  const merged = merger && merger.code !== "" && merger.into !== "" ? [{ kind: "merger" as const, ...merger }] : [];
  const stage = boarding ? (stagesOf(schools.find(({ code }) => code === boarding.code)?.kind ?? "special")[0] ?? null) : null;
  const extended = boarding && stage && boarding.from !== "" && (boarding.pupils > 0 || boarding.area > 0) ? [{
    kind: "boarding" as const, code: boarding.code, from: [{ code: boarding.from, students: { [stage]: boarding.pupils } }], teachingArea: boarding.area,
  }] : [];
  return [...grown, ...built, ...merged, ...extended];
}

const signed = (value: number): string => `${value > 0 ? "增加" : "减少"} ${Math.abs(value)}%`;
/** The assumptions in words; empty where nothing is assumed. */
export function scenarioText({ growth, newSchool, merger, boarding }: Scenario, nameOf: (code: string) => string): string {
  return [
    ...STAGES.filter((stage) => growth[stage] !== 0).map((stage) => `${STAGE_NAME[stage]}在校生${signed(growth[stage])}`),
    ...(newSchool && newSchool.pupils > 0 ? [`新建一所 ${newSchool.pupils} 人的${STAGE_NAME[newSchool.stage]}`] : []),
    ...(merger && merger.code !== "" && merger.into !== "" ? [`${nameOf(merger.code)}并入${nameOf(merger.into)}`] : []),
    ...(boarding && boarding.from !== "" && (boarding.pupils > 0 || boarding.area > 0) ? [`${nameOf(boarding.code)}扩大寄宿，从${nameOf(boarding.from)}转入 ${boarding.pupils} 人`] : []),
  ].join("，");
}
