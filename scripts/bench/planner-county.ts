import type { SchoolFacts } from "@/lib/evaluation/facts";
import type { SchoolKind } from "@/lib/standard/school-kinds";

/** A number in [0, 1) that depends on its place only. */
function unit(index: number, salt: number): number {
  const mixed = Math.sin(index * 12.9898 + salt * 78.233) * 43758.5453;
  return mixed - Math.floor(mixed);
}

/** A multiplier with a long tail: most schools near one, a few small ones far above. */
function spread(index: number, salt: number): number {
  const [a, b] = [Math.max(unit(index, salt), 1e-6), unit(index, salt + 50)];
  return Math.exp(0.55 * Math.sqrt(-2 * Math.log(a)) * Math.cos(2 * Math.PI * b));
}

function facts(index: number, kind: SchoolKind): SchoolFacts {
  const primary = kind !== "junior";
  const junior = kind !== "primary";
  const size = 50 + Math.round(60 * spread(index, 1) ** 2 * 6);
  const pupils = { primary: primary ? size : null, junior: junior ? Math.round(size * 1.2) : null };
  const all = (pupils.primary ?? 0) + (pupils.junior ?? 0);
  const teachers = (rate: number, salt: number) => ({
    primary: pupils.primary === null ? null : Math.round(pupils.primary * rate * spread(index, salt)),
    junior: pupils.junior === null ? null : Math.round(pupils.junior * rate * spread(index, salt + 9)),
  });
  const whole = (rate: number, salt: number) => Math.round(all * rate * spread(index, salt) * 100) / 100;
  return {
    code: String(2_164_000_000 + index), name: `第${index}学校`, kind, students: { ...pupils, senior: null }, classes: { primary: null, junior: null }, maxClass: { primary: null, junior: null },
    degreeTeachers: teachers(0.055, 3), backboneTeachers: teachers(0.012, 4), artsPeTeachers: teachers(0.011, 5),
    teachingArea: whole(5.8, 6), indoorSportsArea: 0, sportsFieldArea: whole(9.5, 7), equipmentValueWan: whole(0.24, 8), multimediaRooms: Math.round(whole(0.026, 9)),
  };
}

/** A county of 300 sections with uneven schools; `shared` of them in pairs, as 九年一贯制学校. */
export function unevenCounty(shared: number, sections = 300): SchoolFacts[] {
  const alone = sections - shared;
  const pairs = Math.floor(shared / 2);
  return Array.from({ length: alone + pairs }, (_, index) => facts(index, index >= alone ? "nine_year" : index % 3 === 2 ? "junior" : "primary"));
}
