import type { Query } from "@/lib/db/query";
import type { ItemVerdict } from "@/lib/items/verdicts";
import { CV_LIMIT, INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import type { ComputedCounty } from "./computed-county";

const SECTIONS = `
WITH input AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS r(school_id text, stage text, code text, name text, students int, complete boolean,
    compliant boolean, standard_count int, result jsonb)),
gone AS (DELETE FROM section_results s WHERE s.division_code COLLATE "C" = $1 AND s.year = $2::int
    AND NOT EXISTS (SELECT 1 FROM input i WHERE i.school_id = s.school_id AND i.stage = s.stage))
INSERT INTO section_results AS s (school_id, year, stage, division_code, code, name, students, complete, compliant, standard_count, result)
SELECT school_id, $2::int, stage, $1, code, name, students, complete, compliant, standard_count, result FROM input
ON CONFLICT (school_id, year, stage) DO UPDATE SET division_code = excluded.division_code, code = excluded.code, name = excluded.name, students = excluded.students,
  complete = excluded.complete, compliant = excluded.compliant, standard_count = excluded.standard_count, result = excluded.result
WHERE (s.division_code, s.name, s.result) IS DISTINCT FROM (excluded.division_code, excluded.name, excluded.result)`;

const STAGE_ROWS = `
WITH input AS (SELECT * FROM jsonb_to_recordset($3::jsonb) AS r(stage text, indicator text, sections int, students int, mean float8, sd float8, cv float8,
    cv_limit float8, cv_pass boolean, sections_at_standard int)),
gone AS (DELETE FROM stage_results s WHERE s.division_code COLLATE "C" = $1 AND s.year = $2::int
    AND NOT EXISTS (SELECT 1 FROM input i WHERE i.stage = s.stage AND i.indicator = s.indicator))
INSERT INTO stage_results (division_code, year, stage, indicator, sections, students, mean, sd, cv, cv_limit, cv_pass, sections_at_standard)
SELECT $1, $2::int, stage, indicator, sections, students, mean, sd, cv, cv_limit, cv_pass, sections_at_standard FROM input
ON CONFLICT (division_code, year, stage, indicator) DO UPDATE SET sections = excluded.sections, students = excluded.students, mean = excluded.mean,
  sd = excluded.sd, cv = excluded.cv, cv_limit = excluded.cv_limit, cv_pass = excluded.cv_pass, sections_at_standard = excluded.sections_at_standard`;

const COUNTY_ROW = `
INSERT INTO county_results (division_code, year, expected, reported, sections, compliant_sections, cv_count, cv_within_limit, resource_verdict, government_passed,
  government_decided, quality_passed, quality_decided, recognition, items, stages, excluded, verdict, standard, readings, thresholds, computed_at, pupils, urban_share, small_schools)
SELECT $1, $2::int, r.expected, r.reported, r.sections, r.compliant_sections, r.cv_count, r.cv_within_limit, r.resource_verdict, r.government_passed,
  r.government_decided, r.quality_passed, r.quality_decided, r.recognition, r.items, r.stages, r.excluded, r.verdict, r.standard, r.readings, r.thresholds, now(), r.pupils, r.urban_share, r.small_schools
FROM jsonb_to_record($3::jsonb) AS r(expected int, reported int, sections int, compliant_sections int, cv_count int, cv_within_limit int, resource_verdict boolean,
  government_passed int, government_decided int, quality_passed int, quality_decided int, recognition float8, items jsonb, stages jsonb, excluded jsonb, verdict boolean,
  standard text, readings jsonb, thresholds jsonb, pupils int, urban_share float8, small_schools int)
ON CONFLICT (division_code, year) DO UPDATE SET expected = excluded.expected, reported = excluded.reported, sections = excluded.sections,
  compliant_sections = excluded.compliant_sections, cv_count = excluded.cv_count, cv_within_limit = excluded.cv_within_limit, resource_verdict = excluded.resource_verdict,
  government_passed = excluded.government_passed, government_decided = excluded.government_decided, quality_passed = excluded.quality_passed,
  quality_decided = excluded.quality_decided, recognition = excluded.recognition, items = excluded.items, stages = excluded.stages, excluded = excluded.excluded,
  verdict = excluded.verdict, standard = excluded.standard, readings = excluded.readings, thresholds = excluded.thresholds, computed_at = excluded.computed_at,
  pupils = excluded.pupils, urban_share = excluded.urban_share, small_schools = excluded.small_schools`;

function stageRows({ evaluation }: ComputedCounty) {
  return STAGES.flatMap((stage) => {
    const result = evaluation.stages[stage];
    if (!result) return [];
    return INDICATOR_KEYS.map((key) => {
      const { mean, sd, cv, cvLimit, cvPass, sectionsAtStandard } = result.indicators[key];
      return { stage, indicator: key, sections: result.sections, students: result.students, mean, sd, cv, cv_limit: cvLimit ?? CV_LIMIT[stage], cv_pass: cvPass, sections_at_standard: sectionsAtStandard };
    });
  });
}

const count = (items: ItemVerdict[], prefix: string, test: (item: ItemVerdict) => boolean) => items.filter((item) => item.item.startsWith(prefix) && test(item)).length;

function countyRow(county: ComputedCounty) {
  const { evaluation, items } = county;
  const cvs = stageRows(county);
  return {
    expected: county.expected,
    reported: county.reported,
    sections: evaluation.sections.length,
    compliant_sections: evaluation.sections.filter((section) => section.compliant).length,
    cv_count: cvs.length,
    cv_within_limit: cvs.filter((row) => row.cv_pass).length,
    resource_verdict: county.resourceVerdict,
    government_passed: count(items, "gov-", (item) => item.met === true),
    government_decided: count(items, "gov-", (item) => item.met !== null),
    quality_passed: count(items, "qual-", (item) => item.met === true),
    quality_decided: count(items, "qual-", (item) => item.met !== null),
    recognition: items.find((item) => item.item === "recognition")?.value ?? null,
    items,
    stages: evaluation.stages,
    excluded: evaluation.excluded,
    verdict: county.verdict,
    standard: evaluation.standard,
    ...county.standard,
    pupils: county.features.pupils,
    urban_share: county.features.urbanShare,
    small_schools: county.features.smallSchools,
  };
}

/** Stores a computed county in three statements, whatever the number of its schools. */
export async function writeResults(db: Query, county: ComputedCounty): Promise<void> {
  const key = [county.divisionCode, county.year];
  const sections = county.evaluation.sections.map((section) => ({
    school_id: county.schoolIds.get(section.code),
    stage: section.stage,
    code: section.code,
    name: section.school,
    students: section.students,
    complete: INDICATOR_KEYS.every((indicator) => section.values[indicator] !== null),
    compliant: section.compliant,
    standard_count: section.standardCount,
    result: section,
  }));
  await db.query(SECTIONS, [...key, JSON.stringify(sections)]);
  await db.query(STAGE_ROWS, [...key, JSON.stringify(stageRows(county))]);
  await db.query(COUNTY_ROW, [...key, JSON.stringify(countyRow(county))]);
}
