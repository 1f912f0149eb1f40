import { prng, round, type Prng } from "./prng";
import { DEMO_ZONES, referenceDivisions } from "./divisions";

/** What the schools of a county are like and how far it is from the standard in the middle year, 2025. */
export type CountyProfile = {
  /** Shares of schools in 城区 and 镇区; the rest is 乡村. */
  urban: number;
  town: number;
  teachingPoints: number;
  /** Share of schools below the rule (六项达标、余项不低于85%) in 2025. */
  failing: number;
  /** Change of that share a year before and after 2025. */
  pace: number;
  /** How many of the 14 differentials exceed the limit in 2025. */
  cvOver: number;
  /** Exact differentials for 2025 where a county is known for one: "primary.backboneTeachers" → 0.51. */
  cv?: Record<string, number>;
  /** Share of the 15 + 9 county and school items in trouble. */
  itemTrouble: number;
  /** The school that a county shows first: its number (第八小学), and that its classes are over the standard. */
  first?: { number: number; crowded: boolean };
  /** The state monitoring has not come back. */
  monitoringPending: boolean;
};

export type DemoCounty = {
  code: string;
  name: string;
  schools: number;
  profile: CountyProfile;
  /** 2026: the whole play of states and drafts, or a roster only. */
  filing2026: "played" | "roster";
};

const DISTRICT = { urban: 0.7, town: 0.22, teachingPoints: 0.02 };
const TOWNSHIPS = { urban: 0.28, town: 0.37, teachingPoints: 0.1 };
const COUNTRY = { urban: 0.14, town: 0.32, teachingPoints: 0.18 };

/** A profile by distance from the goal: 0 = met in 2025, 1 = farthest. */
export function profileAt(distance: number, random: Prng, land = TOWNSHIPS): CountyProfile {
  const near = distance === 0;
  // Rooms and teachers are there, the duties of government or the quality items are not.
  const resourcesOnly = !near && random.chance(0.07);
  return {
    ...land,
    failing: near || resourcesOnly ? 0 : round(0.03 + 0.42 * distance * random.between(0.8, 1.2), 3),
    pace: resourcesOnly ? 0 : near ? (random.chance(0.2) ? 0.04 : 0) : round(random.between(0.02, 0.05), 3),
    cvOver: near || resourcesOnly ? 0 : Math.round(5 * distance * random.between(0.6, 1.4)),
    itemTrouble: near ? 0 : round(0.05 + 0.3 * distance, 3),
    monitoringPending: !near && random.chance(0.3),
  };
}

/** The counties of the source documents: 西吉 aims at 2028, 登封 at 2030, 崇明 at 2024 (seed: X14, D3, C1). */
const KNOWN: Record<string, { schools: number; profile: Partial<CountyProfile> }> = {
  "640422": {
    schools: 120,
    profile: { ...COUNTRY, failing: 0.14, pace: 0.04, cvOver: 0, cv: { "primary.backboneTeachers": 0.511, "junior.equipmentValue": 0.442 }, itemTrouble: 0.12, first: { number: 8, crowded: true }, monitoringPending: false },
  },
  "640423": { schools: 58, profile: { ...COUNTRY, failing: 0.09, pace: 0.03, cvOver: 1, itemTrouble: 0.08, monitoringPending: true } },
  "410185": { schools: 96, profile: { ...TOWNSHIPS, failing: 0.24, pace: 0.04, cvOver: 3, itemTrouble: 0.16, monitoringPending: false } },
  "310151": { schools: 52, profile: { urban: 0.2, town: 0.5, teachingPoints: 0, failing: 0, pace: 0, cvOver: 0, itemTrouble: 0, monitoringPending: false } },
  "370102": { schools: 44, profile: { urban: 0.95, town: 0.05, teachingPoints: 0, failing: 0.05, pace: 0.03, cvOver: 1, itemTrouble: 0.06, monitoringPending: false } },
};

/** Counties that met the standard: 30 % of 山东 in 2025 (seed: S1); most districts of 上海. */
function distanceOf(code: string, random: Prng, met: Set<string>): number {
  if (met.has(code)) return 0;
  if (code.startsWith("64")) return random.between(0.35, 1);
  if (code.startsWith("31")) return random.chance(0.75) ? 0 : random.between(0.03, 0.15);
  if (code.startsWith("41")) return random.between(0.25, 0.8);
  return random.between(0.08, 0.75);
}

function landOf(code: string, name: string) {
  if (code.startsWith("31")) return { urban: 0.8, town: 0.18, teachingPoints: 0 };
  if (name.endsWith("区")) return DISTRICT;
  return name.endsWith("市") ? TOWNSHIPS : COUNTRY;
}

function sizeOf(code: string, name: string, random: Prng): number {
  if (code === "310115") return 120;
  if (DEMO_ZONES.some((zone) => zone.code === code)) return random.int(20, 34);
  if (name.endsWith("区")) return random.int(24, 62);
  return name.endsWith("市") ? random.int(48, 92) : random.int(36, 90);
}

export const isDemoCode = (code: string) => /^(64|37|31)\d{4}$|^4101\d{2}$/.test(code);

/** 宁夏, 山东 with some functional zones, 郑州, 上海. */
export async function demoCounties(): Promise<DemoCounty[]> {
  const divisions = await referenceDivisions();
  const places = [...divisions.filter((row) => row.level === "county" && isDemoCode(row.code)), ...DEMO_ZONES]
    .map(({ code, name }) => ({ code, name }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const shandong = places.filter(({ code }) => code.startsWith("37") && !(code in KNOWN));
  const ranked = shandong.map(({ code }) => ({ code, rank: prng(`met:${code}`).next() })).sort((a, b) => a.rank - b.rank);
  const met = new Set(ranked.slice(0, Math.round(places.filter(({ code }) => code.startsWith("37")).length * 0.3)).map(({ code }) => code));
  return places.map(({ code, name }) => {
    const random = prng(`county:${code}`);
    const known = KNOWN[code];
    const base = profileAt(distanceOf(code, random, met), random, landOf(code, name));
    const played = code.startsWith("64") || code in KNOWN;
    return {
      code,
      name,
      schools: known?.schools ?? sizeOf(code, name, random),
      profile: { ...base, ...known?.profile },
      filing2026: played ? "played" : "roster",
    };
  });
}
