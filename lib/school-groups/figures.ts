import { variation } from "@/lib/evaluation/variation";
import { INDICATOR_KEYS, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** A stored section of a member, as the figures need it. */
export type SectionFigures = { schoolId: string; stage: Stage; students: number; values: Record<IndicatorKey, number | null> };
/** `missing`: sections of the group without the figure, counted neither in the mean nor as zero. */
export type IndicatorFigures = { mean: number | null; cv: number | null; low: number | null; high: number | null; counted: number; missing: number; students: number };
export type GroupFigures = Record<IndicatorKey, IndicatorFigures>;

/** One indicator within a group: mean weighted by enrolment and spread between its schools (STANDARD B.4). Pure. seed: X6 */
export function indicatorWithin(sections: SectionFigures[], key: IndicatorKey): IndicatorFigures {
  const known = sections.flatMap(({ students, values }) => (values[key] === null || students <= 0 ? [] : [{ students, value: values[key] }]));
  const missing = sections.length - known.length;
  if (known.length === 0) return { mean: null, cv: null, low: null, high: null, counted: 0, missing, students: 0 };
  const ratios = known.map(({ value }) => value);
  const { mean, cv } = variation(ratios, known.map(({ students }) => students));
  return { mean, cv, low: Math.min(...ratios), high: Math.max(...ratios), counted: known.length, missing, students: known.reduce((sum, { students }) => sum + students, 0) };
}

export function figuresOf(sections: SectionFigures[], stage: Stage): GroupFigures {
  const own = sections.filter((section) => section.stage === stage);
  const of = (key: IndicatorKey) => indicatorWithin(own, key);
  return { degreeTeachers: of("degreeTeachers"), backboneTeachers: of("backboneTeachers"), artsPeTeachers: of("artsPeTeachers"), teachingArea: of("teachingArea"), sportsArea: of("sportsArea"), equipmentValue: of("equipmentValue"), multimediaRooms: of("multimediaRooms") };
}

/** How far the groups lie apart: the coefficient of their means, weighted by their pupils; null with fewer than two. */
export function spreadBetween(groups: GroupFigures[], key: IndicatorKey): number | null {
  const known = groups.flatMap((group) => (group[key].mean === null ? [] : [{ mean: group[key].mean, students: group[key].students }]));
  return known.length < 2 ? null : variation(known.map(({ mean }) => mean), known.map(({ students }) => students)).cv;
}

/** The indicator in which the groups lie farthest apart. */
export function widestBetween(groups: GroupFigures[]): { key: IndicatorKey; cv: number } | null {
  return INDICATOR_KEYS.reduce<{ key: IndicatorKey; cv: number } | null>((widest, key) => {
    const cv = spreadBetween(groups, key);
    return cv !== null && (widest === null || cv > widest.cv) ? { key, cv } : widest;
  }, null);
}
