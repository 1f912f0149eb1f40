import { z } from "zod";
import type { Query } from "@/lib/db/query";
import { formatCv, formatThreshold, formatValue, printedLimit } from "@/lib/evaluation/format";
import { judgeSchool } from "@/lib/items/judge-school";
import { itemRules } from "@/lib/items/rules";
import { storedItems, storedStages } from "@/lib/results/get-county-results";
import { section } from "@/lib/results/list-sections";
import { schoolFactRow } from "@/lib/results/schema";
import { fromFactRow } from "@/lib/results/school-fact-row";
import { storedReadings, storedThresholds } from "@/lib/standard/schema";
import { INDICATOR_KEYS, INDICATORS, STAGES, STAGE_NAME, type Stage } from "@/lib/standard/indicators";
import type { Verdict } from "./check-rules";
import { itemGap } from "./item-gap";
import { itemName } from "./item-names";

/** Items that are judged school by school: entries are the schools', the county gets none of its own for them. */
const BY_SCHOOL = new Set(["gov-3", "gov-4", "gov-5", "gov-9", "gov-12", "qual-3", "qual-4", "qual-5", "qual-6", "qual-7", "qual-8"]);

const county = z.object({ expected: z.number(), reported: z.number(), stages: storedStages, items: storedItems, thresholds: storedThresholds, readings: storedReadings });
type Outcome = z.infer<typeof county>;
const COUNTY = `SELECT expected, reported, stages, items, thresholds, readings FROM county_results WHERE division_code = $1 AND year = $2::int`;
const row = z.object({ school_id: z.string(), name: z.string(), stage: z.enum(STAGES), result: section.nullable() });
// A section with all seven at standard sends no result: there is nothing to say of it.
const SECTIONS = `SELECT school_id, name, stage, CASE WHEN standard_count < 7 THEN result END AS result FROM section_results WHERE division_code = $1 AND year = $2::int`;
const FACTS = `SELECT f.* FROM school_facts f WHERE f.division_code = $1 AND f.year = $2::int ORDER BY f.code COLLATE "C"`;

function ofSection({ school_id: schoolId, name: schoolName, stage, result }: z.infer<typeof row>, { thresholds, readings }: Outcome): Verdict[] {
  return INDICATOR_KEYS.map((key): Verdict => {
    const base = { key: `check/${schoolId}/${stage}/${key}`, schoolId, schoolName, source: "shortfall" as const, stage, item: key };
    if (!result || result.atStandard[key]) return { ...base, met: true, problem: "", gap: null, gapUnit: null };
    const value = result.values[key];
    if (value === null) return { ...base, met: null, problem: "", gap: null, gapUnit: null };
    const { name, unit } = INDICATORS[key];
    const threshold = thresholds[key][stage];
    const shown = formatValue(key, value, printedLimit(readings, threshold));
    const problem = `${STAGE_NAME[stage]}${name} ${shown} ${unit}，标准 ${formatThreshold(threshold)} ${unit}，${result.atFloor[key] ? "在标准的 85% 以上" : "低于标准的 85%"}`;
    return { ...base, met: false, problem, gap: result.shortfall[key] ?? null, gapUnit: unit };
  });
}

/** What was found, under the item's name unless it begins with it. */
const named = (item: string, text: string): string => (text.startsWith(itemName(item)) ? text : `${itemName(item)}：${text}`);

/** Items of the county that are reckoned from its schools, and so are known only when all of them are. */
const FROM_SCHOOLS = new Set(["gov-6", "gov-13", "qual-1"]);

function ofCounty(code: string, outcome: Outcome): Verdict[] {
  const whole = outcome.reported >= outcome.expected;
  const base = { schoolId: null, schoolName: null, source: "self_check" as const, gap: null, gapUnit: null };
  const varied = STAGES.flatMap((stage: Stage) => {
    const found = outcome.stages[stage];
    if (!found) return [];
    return INDICATOR_KEYS.map((key): Verdict => {
      const { cv, cvLimit, cvPass } = found.indicators[key];
      const problem = cv === null ? "" : `${STAGE_NAME[stage]}${INDICATORS[key].shortName}差异系数 ${formatCv(cv, printedLimit(outcome.readings, cvLimit))}，应不高于 ${cvLimit}`;
      return { ...base, key: `check/${code}/${stage}/cv:${key}`, stage, item: `cv:${key}`, met: cv === null || !whole ? null : cvPass, problem };
    });
  });
  const items = outcome.items.filter(({ item }) => !BY_SCHOOL.has(item)).map((judged): Verdict =>
    ({ ...base, key: `check/${code}/-/${judged.item}`, stage: null, item: judged.item, met: whole || !FROM_SCHOOLS.has(judged.item) ? judged.met : null, problem: named(judged.item, judged.text) }));
  return [...varied, ...items];
}

async function readCounty(db: Query, code: string, year: number): Promise<Outcome | null> {
  const found = (await db.query(COUNTY, [code, year])).rows[0];
  return found === undefined ? null : county.parse(found);
}

const sectionsOf = async (db: Query, code: string, year: number, outcome: Outcome): Promise<Verdict[]> =>
  z.array(row).parse((await db.query(SECTIONS, [code, year])).rows).flatMap((found) => ofSection(found, outcome));

/** What the seven indicators of every section say, alone. Two queries. */
export async function readShortfalls(db: Query, code: string, year: number): Promise<Verdict[]> {
  const outcome = await readCounty(db, code, year);
  return outcome ? sectionsOf(db, code, year, outcome) : [];
}

/** Everything that a self-check judges, from the stored results and approved facts of a year; null where nothing was computed yet. Three queries. */
export async function readVerdicts(db: Query, code: string, year: number): Promise<Verdict[] | null> {
  const outcome = await readCounty(db, code, year);
  if (!outcome) return null;
  const ofSections = await sectionsOf(db, code, year, outcome);
  const facts = z.array(schoolFactRow).parse((await db.query(FACTS, [code, year])).rows);
  const rules = itemRules(outcome.readings, year);
  const ofSchools = facts.flatMap((fact) => {
    const school = { facts: fromFactRow(fact), more: fact.more };
    return judgeSchool(school, rules).map(({ item, met, text }): Verdict => ({
      key: `check/${fact.school_id}/-/${item}`, schoolId: fact.school_id, schoolName: fact.name, source: "self_check", stage: null, item, met, problem: named(item, text),
      gap: null, gapUnit: null, ...(met === false ? itemGap(item, school, rules.readings) : null),
    }));
  });
  return [...ofSections, ...ofSchools, ...ofCounty(code, outcome)];
}
