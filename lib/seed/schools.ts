import type { AreaType, SchoolKind } from "@/lib/standard/school-kinds";
import type { CountyProfile } from "./counties";
import { chineseNumber, initialsOf, placeNames } from "./names";
import { prng, type Prng } from "./prng";

export type Heads = { primary: number; junior: number; senior: number };

export type SeedSchool = {
  id: string;
  code: string;
  name: string;
  pinyin: string;
  kind: SchoolKind;
  operatorType: number;
  areaType: AreaType;
  boarding: boolean;
  builtYear: number;
  /** The 中心校 that files for it. */
  parentId: string | null;
  /** Pupils on 1 September 2025. */
  heads: Heads;
};

type Plan = { kind: SchoolKind; areaType: AreaType };

/** Leading two digits of the 学校标识码 by kind; the ten digits are category, province and serial. */
const CATEGORY: Record<SchoolKind, number> = { primary: 21, teaching_point: 22, junior: 31, nine_year: 32, twelve_year: 34, complete_secondary: 33, special: 51, vocational: 37 };

export const schoolId = (county: string, index: number) => `s${county}${String(index).padStart(3, "0")}`;

/** Serial = the county's four digits and a running number within the category; past a hundred the category's second row begins. */
function codeMaker(county: string): (kind: SchoolKind) => string {
  const given = new Map<SchoolKind, number>();
  return (kind) => {
    const running = given.get(kind) ?? 0;
    given.set(kind, running + 1);
    const category = CATEGORY[kind] + 40 * Math.floor(running / 100);
    return `${category}${county.slice(0, 2)}${county.slice(2)}${String(running % 100).padStart(2, "0")}`;
  };
}

/** How many schools of each kind, in the order of their ids: first a 城区 primary school, then a 九年一贯制学校. */
function compose(total: number, profile: CountyProfile): Plan[] {
  const share = (part: number, least: number) => Math.max(least, Math.round(total * part));
  const counts: [SchoolKind, number][] = [
    ["nine_year", share(0.08, 1)],
    ["junior", share(0.15, 1)],
    ["complete_secondary", total >= 15 ? share(0.02, 1) : 0],
    ["twelve_year", total >= 40 ? share(0.012, 1) : 0],
    ["teaching_point", Math.round(total * profile.teachingPoints)],
    ["special", total >= 8 ? 1 : 0],
    ["vocational", total >= 60 ? 1 : 0],
  ];
  const others = counts.reduce((sum, [, count]) => sum + count, 0);
  const spread = (kind: SchoolKind, count: number): Plan[] =>
    Array.from({ length: count }, (_, at) => ({ kind, areaType: areaAt(kind, at, count, profile) }));
  const primaries = spread("primary", Math.max(2, total - others));
  const [nine = [], ...rest] = counts.map(([kind, count]) => spread(kind, count));
  const all = [...primaries.slice(0, 1), ...nine.slice(0, 1), ...primaries.slice(1), ...nine.slice(1), ...rest.flat()];
  return all.slice(0, total);
}

function areaAt(kind: SchoolKind, at: number, count: number, profile: CountyProfile): AreaType {
  if (kind === "teaching_point") return "rural";
  if (kind === "special" || kind === "vocational" || at === 0) return "urban";
  if (at < Math.round(count * profile.urban)) return "urban";
  return at < Math.round(count * (profile.urban + profile.town)) ? "town" : "rural";
}

type Naming = { place: () => string; random: Prng; numbers: { primary: number[]; secondary: number }; experimental: Set<SchoolKind> };

function nameOf({ kind, areaType }: Plan, naming: Naming): string {
  const place = () => naming.place();
  const numbered = () => `第${chineseNumber((naming.numbers.secondary += 1))}中学`;
  if (kind === "special") return "特殊教育学校";
  if (kind === "vocational") return "职业技术学校";
  if (kind === "teaching_point") return `${place()}教学点`;
  if (kind === "complete_secondary") return numbered();
  if (kind === "junior") return areaType === "urban" ? numbered() : `${place()}初级中学`;
  if (kind === "nine_year" || kind === "twelve_year") {
    const word = kind === "nine_year" ? "九年一贯制学校" : "十二年一贯制学校";
    if (naming.experimental.has(kind)) return `${place()}${word}`;
    naming.experimental.add(kind);
    return `实验${word}`;
  }
  if (areaType === "urban") return `第${chineseNumber(naming.numbers.primary.shift() ?? 0)}小学`;
  return areaType === "town" ? `${place()}镇中心小学` : `${place()}小学`;
}

/** Pupils by kind and place: large in 城区, small in 乡村. */
const SIZES: Partial<Record<SchoolKind, Record<AreaType, { primary?: [number, number]; junior?: [number, number]; senior?: [number, number] }>>> = {
  primary: { urban: { primary: [620, 1950] }, town: { primary: [240, 980] }, rural: { primary: [52, 330] } },
  teaching_point: { urban: { primary: [30, 90] }, town: { primary: [20, 90] }, rural: { primary: [9, 96] } },
  junior: { urban: { junior: [760, 1900] }, town: { junior: [330, 1050] }, rural: { junior: [130, 460] } },
  nine_year: { urban: { primary: [540, 1480], junior: [280, 900] }, town: { primary: [260, 800], junior: [150, 480] }, rural: { primary: [96, 380], junior: [66, 220] } },
  twelve_year: { urban: { primary: [360, 900], junior: [240, 600], senior: [240, 780] }, town: { primary: [300, 700], junior: [200, 450], senior: [200, 600] }, rural: { primary: [200, 400], junior: [150, 300], senior: [150, 300] } },
  complete_secondary: { urban: { junior: [360, 1100], senior: [480, 1500] }, town: { junior: [280, 800], senior: [300, 900] }, rural: { junior: [160, 380], senior: [200, 460] } },
};

function headsOf({ kind, areaType }: Plan, random: Prng): Heads {
  const range = SIZES[kind]?.[areaType];
  // Skewed to the low end, as schools are.
  const draw = (bounds: [number, number] | undefined) => (bounds ? Math.round(bounds[0] + (bounds[1] - bounds[0]) * random.next() ** 1.35) : 0);
  return { primary: draw(range?.primary), junior: draw(range?.junior), senior: draw(range?.senior) };
}

function boards({ kind, areaType }: Plan, random: Prng): boolean {
  if (kind === "primary" || kind === "teaching_point") return areaType === "rural" && kind === "primary" && random.chance(0.06);
  return random.chance(areaType === "urban" ? 0.12 : 0.62);
}

/** The schools of a county, the same every time. */
export function schoolsOf(county: string, total: number, profile: CountyProfile): SeedSchool[] {
  const random = prng(`schools:${county}`);
  const plans = compose(total, profile);
  const first = profile.first?.number;
  const sequence = Array.from({ length: total }, (_, at) => at + 1);
  const primary = first === undefined ? sequence : [first, ...sequence.filter((number) => number !== first)];
  const naming: Naming = { place: placeNames(random), random, numbers: { primary, secondary: 0 }, experimental: new Set() };
  const codeFor = codeMaker(county);
  const schools = plans.map((plan, at): SeedSchool => {
    const id = schoolId(county, at + 1);
    const own = prng(`school:${id}`);
    const name = nameOf(plan, naming);
    const isPrivate = plan.areaType === "urban" && at > 3 && plan.kind !== "special" && own.chance(0.05);
    return {
      id,
      code: codeFor(plan.kind),
      name,
      pinyin: initialsOf(name),
      ...plan,
      operatorType: isPrivate ? 10 : 7,
      boarding: boards(plan, own),
      builtYear: own.int(plan.areaType === "rural" ? 1952 : 1962, plan.areaType === "urban" ? 2021 : 2014),
      parentId: null,
      heads: headsOf(plan, own),
    };
  });
  return withCentres(schools, random);
}

/** 教学点 and some 村小 file through the 中心校 of their township. */
function withCentres(schools: SeedSchool[], random: Prng): SeedSchool[] {
  const centres = schools.filter((school) => school.kind === "primary" && school.areaType === "town");
  const [head, ...others] = centres;
  if (!head) return schools;
  return schools.map((school) => {
    const likely = school.kind === "teaching_point" ? 0.8 : school.kind === "primary" && school.areaType === "rural" ? 0.25 : 0;
    return random.chance(likely) ? { ...school, parentId: random.pick([head, ...others]).id } : school;
  });
}

/** Pupils of a year: towns grow a little, villages shrink; limits of 规模 (2000 / 2500) hold where the county keeps them. */
export function headsIn(school: SeedSchool, year: number, keepsLimits: boolean): Heads {
  const random = prng(`heads:${school.id}:${year}`);
  const trend = { urban: 0.012, town: -0.012, rural: -0.035 }[school.areaType];
  const factor = (1 + trend) ** (year - 2025) * (1 + (year === 2025 ? 0 : random.between(-0.012, 0.012)));
  const scaled = (heads: number) => (heads === 0 ? 0 : Math.max(6, Math.round(heads * factor)));
  // Some town schools elsewhere have outgrown 规模 (2000 / 2500).
  const outgrown = !keepsLimits && school.areaType === "urban" && !school.id.endsWith("001") && prng(`outgrown:${school.id}`).chance(0.035);
  const compulsory = (heads: number) => scaled(outgrown ? Math.round(heads * 1.5) : heads);
  const heads = { primary: compulsory(school.heads.primary), junior: compulsory(school.heads.junior), senior: scaled(school.heads.senior) };
  const limit = heads.primary > 0 && heads.junior > 0 ? 2490 : 1995;
  const over = heads.primary + heads.junior - limit;
  if (over <= 0 || !keepsLimits) return heads;
  return heads.primary >= heads.junior ? { ...heads, primary: heads.primary - over } : { ...heads, junior: heads.junior - over };
}
