import fc from "fast-check";
import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { IndicatorKey, Stage } from "@/lib/standard/indicators";
import { stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";

const NO_STAGES = { primary: null, junior: null };

/** A school with nothing filled in. */
export function blank(kind: SchoolKind, code = "2133000001"): SchoolFacts {
  return {
    code, name: `学校${code}`, kind,
    students: { primary: null, junior: null, senior: null },
    classes: { ...NO_STAGES }, maxClass: { ...NO_STAGES }, degreeTeachers: { ...NO_STAGES }, backboneTeachers: { ...NO_STAGES }, artsPeTeachers: { ...NO_STAGES },
    teachingArea: null, indoorSportsArea: null, sportsFieldArea: null, equipmentValueWan: null, multimediaRooms: null,
  };
}

/** 1,000 pupils of one stage who have exactly the standard of every indicator. */
export function exactSchool(stage: Stage = "primary", code = "2133000001"): SchoolFacts {
  const facts = blank(stage, code);
  const primary = stage === "primary";
  facts.students[stage] = 1000;
  facts.degreeTeachers[stage] = primary ? 42 : 53;
  facts.backboneTeachers[stage] = 10;
  facts.artsPeTeachers[stage] = 9;
  facts.teachingArea = (primary ? 4500 : 5800) + 500;
  facts.indoorSportsArea = 500;
  facts.sportsFieldArea = (primary ? 7500 : 10_200) - 500;
  facts.equipmentValueWan = primary ? 200 : 250;
  facts.multimediaRooms = primary ? 23 : 24;
  return facts;
}

/** The facts with the raw amount of one indicator changed by `units` (people, rooms, ㎡, 元). */
export function withAmount(facts: SchoolFacts, key: IndicatorKey, units: number): SchoolFacts {
  const copy = structuredClone(facts);
  const stage = stagesOf(facts.kind)[0] as Stage;
  const add = (value: number | null, by: number) => Math.round(((value ?? 0) + by) * 10_000) / 10_000;
  if (key === "degreeTeachers" || key === "backboneTeachers" || key === "artsPeTeachers") copy[key][stage] = add(copy[key][stage], units);
  else if (key === "teachingArea") copy.teachingArea = add(copy.teachingArea, units);
  else if (key === "sportsArea") copy.sportsFieldArea = add(copy.sportsFieldArea, units);
  else if (key === "equipmentValue") copy.equipmentValueWan = add(copy.equipmentValueWan, units / 10_000);
  else copy.multimediaRooms = add(copy.multimediaRooms, units);
  return copy;
}

const code = fc.integer({ min: 0, max: 99_999_999 }).map((serial) => `21${String(serial).padStart(8, "0")}`);
const hundredth = (max: number) => fc.integer({ min: 0, max: max * 100 }).map((value) => value / 100);
const count = (max: number) => fc.integer({ min: 0, max });

/** A complete school of a kind, with pupils in each of its stages. */
export const schoolOf = (kinds: readonly SchoolKind[]): fc.Arbitrary<SchoolFacts> =>
  fc.record({
    code, kind: fc.constantFrom(...kinds),
    primary: fc.integer({ min: 50, max: 3000 }), junior: fc.integer({ min: 50, max: 3000 }), senior: count(3000),
    teachers: fc.tuple(count(200), count(200), count(50), count(50), count(50), count(50)),
    indoor: hundredth(3000), rooms: hundredth(20_000), field: hundredth(40_000), money: fc.integer({ min: 0, max: 8_000_000 }).map((value) => value / 10_000), multimedia: count(120),
  }).map(({ code: id, kind, primary, junior, senior, teachers, indoor, rooms, field, money, multimedia }) => {
    const facts = blank(kind, id);
    const pupils = { primary, junior };
    for (const [index, stage] of (["primary", "junior"] as const).entries()) {
      if (!stagesOf(kind).includes(stage)) continue;
      facts.students[stage] = pupils[stage];
      facts.degreeTeachers[stage] = teachers[index] ?? 0;
      facts.backboneTeachers[stage] = teachers[index + 2] ?? 0;
      facts.artsPeTeachers[stage] = teachers[index + 4] ?? 0;
    }
    if (kind === "twelve_year" || kind === "complete_secondary") facts.students.senior = senior;
    return { ...facts, teachingArea: Math.round((indoor + rooms) * 100) / 100, indoorSportsArea: indoor, sportsFieldArea: field, equipmentValueWan: money, multimediaRooms: multimedia };
  });

export const ASSESSED_KINDS = ["primary", "junior", "nine_year", "twelve_year", "complete_secondary", "teaching_point"] as const;

/** A complete county whose codes do not repeat. */
export const county = (kinds: readonly SchoolKind[] = ASSESSED_KINDS, maxLength = 14): fc.Arbitrary<SchoolFacts[]> =>
  fc.uniqueArray(schoolOf(kinds), { minLength: 1, maxLength, selector: (facts) => facts.code });
