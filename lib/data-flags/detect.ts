import { IDENTICAL_SCHOOLS, LATE, ON_LINE_COUNT, ON_LINE_SHARE, PUPILS_SHARE, QUANTITIES, QUANTITY_KEYS, STATISTICS_LEAST, STATISTICS_SHARE, type FlagRule, type Quantity } from "./detect-rules";

/** A school's approved figures of a year; null: not filled in. */
export type SchoolFigures = Record<Quantity, number | null> & { schoolId: string; name: string; pupils: number; classes: number | null; largestClass: number | null; indoorSportsArea: number | null };
/** Its seven indicators over the standard, by stage: 1 is on the line. */
export type SchoolRatios = { schoolId: string; name: string; stage: string; ratios: number[] };
export type StatisticsGap = { schoolId: string; name: string; label: string; unit: string; told: number; typed: number };
export type Found = { key: string; rule: FlagRule; schoolId: string | null; schoolName: string | null; sentence: string; figures: Record<string, number | string> };

const text = (value: number): string => value.toLocaleString("zh-CN", { maximumFractionDigits: 2 });
const change = (from: number, to: number): string => `${to >= from ? "+" : "−"}${(Math.abs(to - from) / from * 100).toFixed(1)}%`;

/** Totals that moved far while the pupils did not. */
export function findJumps(now: SchoolFigures[], before: SchoolFigures[]): Found[] {
  const last = new Map(before.map((school) => [school.schoolId, school]));
  return now.flatMap((school) => {
    const old = last.get(school.schoolId);
    if (!old || old.pupils === 0 || Math.abs(school.pupils - old.pupils) / old.pupils > PUPILS_SHARE) return [];
    return QUANTITY_KEYS.flatMap((key): Found[] => {
      const { label, unit, share, least } = QUANTITIES[key];
      const [from, to] = [old[key], school[key]];
      if (from === null || to === null || from === 0 || Math.abs(to - from) < least || Math.abs(to - from) / from <= share) return [];
      return [{ key: `jump/${school.schoolId}/${key}`, rule: "jump", schoolId: school.schoolId, schoolName: school.name, figures: { from, to, pupilsFrom: old.pupils, pupilsTo: school.pupils },
        sentence: `${label}由上年 ${text(from)} ${unit}变为 ${text(to)} ${unit}（${change(from, to)}），同期在校生由 ${text(old.pupils)} 人变为 ${text(school.pupils)} 人` }];
    });
  });
}

/** The same value, and no round one, in several schools. */
export function findIdentical(now: SchoolFigures[]): Found[] {
  return (["teachingArea", "sportsFieldArea", "equipmentValueWan"] as const).flatMap((key) => {
    const { label, unit } = QUANTITIES[key];
    const byValue = new Map<number, SchoolFigures[]>();
    for (const school of now) {
      const value = school[key];
      if (value !== null && value > 0 && !Number.isInteger(value)) byValue.set(value, [...(byValue.get(value) ?? []), school]);
    }
    return [...byValue].filter(([, schools]) => schools.length >= IDENTICAL_SCHOOLS).map(([value, schools]): Found => ({
      key: `identical/county/${key}:${value}`, rule: "identical", schoolId: null, schoolName: null, figures: { value, schools: schools.length },
      sentence: `${schools.length} 所学校的${label}同为 ${text(value)} ${unit}：${schools.slice(0, 5).map((school) => school.name).join("、")}${schools.length > 5 ? "等" : ""}`,
    }));
  });
}

/** Figures of one school that cannot stand beside each other. */
export function findContradictions(now: SchoolFigures[]): Found[] {
  return now.flatMap((school): Found[] => {
    const { schoolId, name, pupils, classes, largestClass, indoorSportsArea, teachingArea } = school;
    const found: Found[] = [];
    const say = (detail: string, sentence: string, figures: Found["figures"]) => found.push({ key: `contradiction/${schoolId}/${detail}`, rule: "contradiction", schoolId, schoolName: name, sentence, figures });
    if (classes !== null && largestClass !== null && classes > 0 && pupils > classes * largestClass) say("classes", `在校生 ${text(pupils)} 人，而 ${classes} 个班、最大班额 ${largestClass} 人，最多只有 ${text(classes * largestClass)} 人`, { pupils, classes, largestClass });
    if (pupils > 0 && classes === 0) say("no-classes", `有在校生 ${text(pupils)} 人而没有班级`, { pupils });
    if (indoorSportsArea !== null && teachingArea !== null && indoorSportsArea > teachingArea) say("indoor", `室内体育用房 ${text(indoorSportsArea)} ㎡大于教学及辅助用房 ${text(teachingArea)} ㎡`, { indoorSportsArea, teachingArea });
    return found;
  });
}

/** Sections of which many of the seven stand just on the line. */
export function findOnLine(sections: SchoolRatios[]): Found[] {
  return sections.flatMap(({ schoolId, name, stage, ratios }): Found[] => {
    const on = ratios.filter((ratio) => ratio >= 1 && ratio <= 1 + ON_LINE_SHARE).length;
    return on < ON_LINE_COUNT ? [] : [{ key: `threshold/${schoolId}/${stage}`, rule: "threshold", schoolId, schoolName: name, figures: { indicators: on }, sentence: `${on} 项指标都在标准线以上不超过 ${ON_LINE_SHARE * 100}%` }];
  });
}

/** Figures that differ from the imported statistics, one flag a school. */
export function findStatisticsGaps(gaps: StatisticsGap[]): Found[] {
  const far = gaps.filter(({ told, typed }) => Math.abs(told - typed) >= STATISTICS_LEAST && Math.abs(told - typed) / Math.max(told, 1) > STATISTICS_SHARE);
  const bySchool = [...new Set(far.map((gap) => gap.schoolId))].map((schoolId) => [schoolId, far.filter((gap) => gap.schoolId === schoolId)] as const);
  return bySchool.map(([schoolId, list]): Found => ({
    key: `statistics/${schoolId}/`, rule: "statistics", schoolId, schoolName: list[0]?.name ?? null, figures: { fields: list.length },
    sentence: `${list.length} 项与统计数据不一致：${list.slice(0, 3).map((gap) => `${gap.label}填 ${text(gap.typed)} ${gap.unit}、统计 ${text(gap.told)} ${gap.unit}`).join("；")}${list.length > 3 ? "等" : ""}`,
  }));
}

/** Corrections that come in a crowd: `days` are the days (YYYY-MM-DD) on which schools corrected approved data, one a school. */
export function findLateCorrections(days: string[], schools: number): Found[] {
  const sorted = [...days].sort();
  const window = LATE.days * 86_400_000;
  let most = { count: 0, from: "", to: "" };
  let low = 0;
  sorted.forEach((day, high) => {
    while (Date.parse(day) - Date.parse(sorted[low] ?? day) > window) low += 1;
    if (high - low + 1 > most.count) most = { count: high - low + 1, from: sorted[low] ?? day, to: day };
  });
  if (most.count < LATE.schools || most.count < schools * LATE.share) return [];
  return [{ key: "late/county/", rule: "late", schoolId: null, schoolName: null, figures: { schools: most.count, from: most.from, to: most.to }, sentence: `${most.from} 至 ${most.to}，${most.count} 所学校（共 ${schools} 所）更正了已审定的数据` }];
}
