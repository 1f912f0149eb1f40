import fc from "fast-check";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import { INDICATORS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";
import type { SchoolKind } from "@/lib/standard/school-kinds";
import { blank, withAmount } from "../evaluation/build";

/** What a school of `pupils` needs for every indicator, and a little more, so that only what a test takes away is lacking. */
export function wellOff(code: string, stage: Stage, pupils: number, margin = 1.02): SchoolFacts {
  const facts = blank(stage, code);
  facts.students[stage] = pupils;
  const need = (key: IndicatorKey) => (INDICATORS[key].threshold[stage] * pupils * margin) / INDICATORS[key].per;
  for (const key of ["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const) facts[key][stage] = Math.ceil(need(key));
  facts.indoorSportsArea = 0;
  facts.teachingArea = Math.ceil(need("teachingArea"));
  facts.sportsFieldArea = Math.ceil(need("sportsArea"));
  facts.equipmentValueWan = Math.ceil(need("equipmentValue") / 100) / 100;
  facts.multimediaRooms = Math.ceil(need("multimediaRooms"));
  return facts;
}

const WHOLE = ["degreeTeachers", "backboneTeachers", "artsPeTeachers", "multimediaRooms"] as const;

/**
 * Two to four schools of one stage with few pupils, uneven in the indicators that count whole people and rooms, so that every plan
 * can be tried: a school has between nothing and four times its need.
 */
export const smallCounty = (stage: Stage = "primary", most = 3): fc.Arbitrary<SchoolFacts[]> =>
  fc.array(fc.record({ pupils: fc.integer({ min: 60, max: 260 }), changes: fc.tuple(...WHOLE.map(() => fc.integer({ min: -3, max: 9 }))) }), { minLength: 2, maxLength: most })
    .map((schools) => schools.map(({ pupils, changes }, index) => {
      let facts = wellOff(`21000000${String(index).padStart(2, "0")}`, stage, pupils);
      for (const [at, key] of WHOLE.entries()) facts = withAmount(facts, key, Math.max(changes[at] ?? 0, -(rawOf(facts, key, stage) ?? 0)));
      return facts;
    }));

export const rawOf = (facts: SchoolFacts, key: (typeof WHOLE)[number], stage: Stage): number | null => (key === "multimediaRooms" ? facts.multimediaRooms : facts[key][stage]);

/** A 九年一贯制 school (or one with a senior part) from the needs of its parts. */
export function sharedSchool(code: string, kind: SchoolKind, primary: number, junior: number, senior: number): SchoolFacts {
  const facts = blank(kind, code);
  const parts = { primary, junior };
  for (const stage of ["primary", "junior"] as const) {
    if (parts[stage] === 0) continue;
    const own = wellOff(code, stage, parts[stage]);
    facts.students[stage] = parts[stage];
    for (const key of ["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const) facts[key][stage] = own[key][stage];
  }
  if (kind !== "nine_year") facts.students.senior = senior;
  const whole = wellOff(code, "junior", primary + junior + Math.ceil(senior * 1.3), 1.1);
  return { ...facts, teachingArea: whole.teachingArea, indoorSportsArea: 0, sportsFieldArea: whole.sportsFieldArea, equipmentValueWan: whole.equipmentValueWan, multimediaRooms: whole.multimediaRooms };
}
