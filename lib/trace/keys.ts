import { INDICATOR_KEYS, STAGES, type IndicatorKey, type Stage } from "@/lib/standard/indicators";

/** Counts over the schools of a county: pupils, classes, 超标准班额, 大校额, schools (parts) at the standard. */
export type CountKind = { count: "students" | "classes"; stage: Stage } | { count: "crowding" | "size" | "sections" };
/** A figure of a county that can be traced: a coefficient with its mean and totals, a verdict, an item, a count; or where 实时 figures come from. */
export type CountyFigure = { kind: "cv"; stage: Stage; key: IndicatorKey } | { kind: "verdict" } | { kind: "item"; item: string } | ({ kind: "count" } & CountKind) | { kind: "live" };
/** A figure of a school: one of the seven values, pupils, classes, what it says on an item. */
export type SchoolFigure = { kind: "value"; stage: Stage; key: IndicatorKey } | { kind: "students" | "classes"; stage: Stage } | { kind: "item"; item: string };

/** Counties of a place that have reported whole, pass 资源配置, pass all four aspects, are due by the 规划表, or are recognised. */
export const COUNTY_COUNTS = ["reported", "resource", "compliant", "planned", "recognised"] as const;
export type CountyCount = (typeof COUNTY_COUNTS)[number];
/** A figure above the county: a count of its counties, their schools (parts) at the standard, or how they stand in one coefficient. */
export type AreaFigure = { kind: "counties"; count: CountyCount } | { kind: "sections" } | { kind: "cv"; stage: Stage; key: IndicatorKey };

/** Which of the counties behind an area's figure are listed: counted, decided otherwise, left out. */
export const AREA_GROUPS = ["in", "out", "open"] as const;
export type AreaGroup = (typeof AREA_GROUPS)[number];

const stageOf = (text: string | undefined) => STAGES.find((stage) => stage === text);
const keyOf = (text: string | undefined) => INDICATOR_KEYS.find((key) => key === text);
const COUNTS = ["crowding", "size", "sections"] as const;
const PER_STAGE = ["students", "classes"] as const;

/** `cv.primary.teachingArea`; null: no coefficient. */
function cvOf(parts: string[]): { kind: "cv"; stage: Stage; key: IndicatorKey } | null {
  const [kind, stage, key, ...rest] = parts;
  const [found, indicator] = [stageOf(stage), keyOf(key)];
  return kind === "cv" && found && indicator && rest.length === 0 ? { kind, stage: found, key: indicator } : null;
}

function perStage(parts: string[]): { count: "students" | "classes"; stage: Stage } | null {
  const [name, stage, ...rest] = parts;
  const [count, found] = [PER_STAGE.find((one) => one === name), stageOf(stage)];
  return count && found && rest.length === 0 ? { count, stage: found } : null;
}

/** `item.gov-5`, `item.recognition`; null: no item. */
function itemOf(parts: string[]): { kind: "item"; item: string } | null {
  const [kind, item, ...rest] = parts;
  return kind === "item" && item !== undefined && /^(?:gov-(?:[1-9]|1[0-5])|qual-[1-9]|recognition|veto)$/.test(item) && rest.length === 0 ? { kind, item } : null;
}

/** `cv.primary.teachingArea`, `verdict`, `item.gov-5`, `students.primary`, `crowding`, `live`; null: no figure. */
export function countyFigure(text: string): CountyFigure | null {
  if (text === "verdict" || text === "live") return { kind: text };
  const count = COUNTS.find((one) => one === text);
  if (count) return { kind: "count", count };
  const parts = text.split(".");
  const stage = perStage(parts);
  return stage ? { kind: "count", ...stage } : cvOf(parts) ?? itemOf(parts);
}

/** `counties.compliant`, `sections`, `cv.primary.teachingArea` of a place above the county; null: no figure. */
export function areaFigure(text: string): AreaFigure | null {
  if (text === "sections") return { kind: "sections" };
  const parts = text.split(".");
  const count = COUNTY_COUNTS.find((one) => one === parts[1]);
  return parts[0] === "counties" && count && parts.length === 2 ? { kind: "counties", count } : cvOf(parts);
}

/** `primary.teachingArea`, `students.primary`, `item.gov-5` of a school; null: no figure. */
export function schoolFigure(text: string): SchoolFigure | null {
  const parts = text.split(".");
  const stage = perStage(parts);
  if (stage) return { kind: stage.count, stage: stage.stage };
  const item = itemOf(parts);
  if (item) return item;
  const value = cvOf(["cv", ...parts]);
  return value ? { ...value, kind: "value" } : null;
}

const county = (code: string, year: number, figure: string) => `/d/${code}/trace?year=${year}&figure=${figure}`;
const school = (id: string, year: number, figure: string) => `/s/${id}/trace?year=${year}&figure=${figure}`;

/** A coefficient of a county; of a place above it how its counties stand in that coefficient. */
export const cvTrace = (code: string, year: number, stage: Stage, key: IndicatorKey): string => county(code, year, `cv.${stage}.${key}`);
export const verdictTrace = (code: string, year: number): string => county(code, year, "verdict");
export const itemTrace = (code: string, year: number, item: string): string => county(code, year, `item.${item}`);
export const liveTrace = (code: string, year: number): string => county(code, year, "live");
/** Schools (parts) at the standard of a county, or of the counties of a place together. */
export const sectionsTrace = (code: string, year: number): string => county(code, year, "sections");
export const countTrace = (code: string, year: number, kind: CountKind): string => county(code, year, "stage" in kind ? `${kind.count}.${kind.stage}` : kind.count);
export const countiesTrace = (code: string, year: number, count: CountyCount): string => county(code, year, `counties.${count}`);
export const valueTrace = (schoolId: string, year: number, stage: Stage, key: IndicatorKey): string => school(schoolId, year, `${stage}.${key}`);
export const schoolCountTrace = (schoolId: string, year: number, count: "students" | "classes", stage: Stage): string => school(schoolId, year, `${count}.${stage}`);
export const schoolItemTrace = (schoolId: string, year: number, item: string): string => school(schoolId, year, `item.${item}`);
