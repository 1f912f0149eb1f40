import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { numberOf } from "@/lib/filings/facts";
import { sectionsFor } from "@/lib/filings/form";
import { readFiling } from "@/lib/filings/read-data";
import { getStandard } from "@/lib/results/get-standard";
import { listSections } from "@/lib/results/list-sections";
import { INDICATOR_KEYS } from "@/lib/standard/indicators";
import { schoolKindOf } from "@/lib/standard/school-kinds";
import { dayOf } from "@/lib/time";
import type { SchoolFigures, SchoolRatios, StatisticsGap } from "./detect";

const figures = z.object({
  schoolId: z.string(), name: z.string(), pupils: z.number(), classes: z.number().nullable(), largestClass: z.number().nullable(), indoorSportsArea: z.number().nullable(), degreeTeachers: z.number().nullable(), backboneTeachers: z.number().nullable(),
  artsPeTeachers: z.number().nullable(), teachingArea: z.number().nullable(), sportsFieldArea: z.number().nullable(), equipmentValueWan: z.number().nullable(), multimediaRooms: z.number().nullable(),
});
const both = (column: string) => `CASE WHEN primary_${column} IS NULL AND junior_${column} IS NULL THEN NULL ELSE coalesce(primary_${column}, 0) + coalesce(junior_${column}, 0) END`;
const FIGURES = `SELECT school_id AS "schoolId", name, coalesce(primary_students, 0) + coalesce(junior_students, 0) AS pupils, ${both("classes")} AS classes, greatest(primary_max_class, junior_max_class) AS "largestClass",
    ${both("degree_teachers")} AS "degreeTeachers", ${both("backbone_teachers")} AS "backboneTeachers", ${both("arts_pe_teachers")} AS "artsPeTeachers",
    teaching_area AS "teachingArea", indoor_sports_area AS "indoorSportsArea", sports_field_area AS "sportsFieldArea", equipment_value_wan AS "equipmentValueWan", multimedia_rooms AS "multimediaRooms"
  FROM school_facts WHERE division_code = $1 AND year = $2::int ORDER BY code`;

/** The approved figures of a county's schools in a year. One query. */
export const readFigures = async (tx: Tx, divisionCode: string, year: number): Promise<SchoolFigures[]> => z.array(figures).parse((await asQuery(tx).query(FIGURES, [divisionCode, year])).rows);

/** Every section's seven values over the standard that it is judged by. Two queries. */
export async function readRatios(tx: Tx, divisionCode: string, year: number): Promise<SchoolRatios[]> {
  const { thresholds } = await getStandard(asQuery(tx), divisionCode, year);
  return (await listSections(tx, divisionCode, year)).map((section) => ({
    schoolId: section.schoolId, name: section.school, stage: section.stage,
    ratios: INDICATOR_KEYS.flatMap((key) => { const value = section.values[key]; return value === null ? [] : [value / thresholds[key][section.stage]]; }),
  }));
}

const stored = z.record(z.string(), z.record(z.string(), z.number()));

/** Where the approved version and the imported statistics both know a figure and differ. One query. */
export async function readStatisticsGaps(tx: Tx, divisionCode: string, year: number): Promise<StatisticsGap[]> {
  const rows = await tx.$queryRaw<{ schoolId: string; name: string; kind: string; told: unknown; typed: unknown }[]>`
    SELECT g.school_id AS "schoolId", s.name, s.kind, g.data AS told, v.data AS typed FROM statistics_figures g JOIN schools s ON s.id = g.school_id
      JOIN filings f ON f.school_id = g.school_id AND f.year = g.year JOIN filing_versions v ON v.filing_id = f.id AND v.number = f.approved_number
    WHERE g.division_code = ${divisionCode} AND g.year = ${year}::int ORDER BY s.code`;
  return rows.flatMap(({ schoolId, name, kind, told, typed }) => {
    const [statistics, data] = [stored.parse(told), readFiling(typed)];
    const known = schoolKindOf(kind);
    return (known ? sectionsFor(known) : []).flatMap(({ key, fields }) => fields.flatMap((field): StatisticsGap[] => {
      const [official, filed] = [statistics[key]?.[field.key], numberOf(data, key, field.key)];
      return official === undefined || filed === null || official === filed ? [] : [{ schoolId, name, label: field.label, unit: field.unit ?? "", told: official, typed: filed }];
    }));
  });
}

/** The days on which schools had corrected approved data of the year approved again, the last one of each. One query. */
export async function readCorrectionDays(tx: Tx, divisionCode: string, year: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    SELECT max(decided_at) AS at FROM filing_versions WHERE division_code = ${divisionCode} AND year = ${year}::int AND reason IS NOT NULL AND decision = 'approved' GROUP BY school_id`;
  return rows.map((row) => dayOf(row.at));
}
