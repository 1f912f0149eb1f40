import type { SchoolFacts } from "@/lib/evaluation/facts";
import { STAGES } from "@/lib/standard/indicators";
import { hasSenior, SCHOOL_KIND_LABEL, stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";
import type { PlacedSchool } from "./outliers";
import { stageLabel, type Cell, type PlainField, type Problem } from "./columns";
import { isBlank, parseNumber, textOf } from "./parse-cell";
import { kindWithAttached, mergeCampus } from "./places";
import { readPathHeader, type PathHeader } from "./statistics-header";
import type { SheetMapping, StatisticsMapping } from "./statistics-mapping";
import { SHEET_STAGES, type SheetStage, type TargetKey } from "./statistics-targets";

export type StatisticsSheet = { stage: SheetStage; header: PathHeader; rows: readonly (readonly Cell[])[] };
export type KnownSchool = { code: string; name: string; kind: SchoolKind };
/** A campus whose main school nobody has named yet. */
export type OpenCampus = { key: string; name: string };
export type StatisticsRead = { placed: PlacedSchool[]; problems: Problem[]; campuses: OpenCampus[] };

const PLAIN: readonly PlainField[] = ["teachingArea", "indoorSportsArea", "sportsFieldArea", "equipmentValueWan", "multimediaRooms"];
const DECIMALS: Partial<Record<TargetKey, number>> = { teachingArea: 2, indoorSportsArea: 2, sportsFieldArea: 2, equipmentValueWan: 4 };

/** The sheets of the stages: a workbook has one sheet a stage, named by it. */
export function statisticsSheets(sheets: readonly { name: string; rows: Cell[][] }[]): StatisticsSheet[] {
  return sheets.flatMap(({ name, rows }) => {
    const stage = SHEET_STAGES.find((known) => name.includes(stageLabel(known)));
    const header = stage ? readPathHeader(rows) : null;
    return stage && header ? [{ stage, header, rows }] : [];
  });
}

/** 艺术 is the subtotal of 音乐 and 美术 in recent tables and a column beside them in the layout of 2021 (STANDARD B.1). */
export function artsPeTotal({ pe, arts, music, fineArts }: Record<"pe" | "arts" | "music" | "fineArts", number | null>): number | null {
  const parts = music === null && fineArts === null ? null : (music ?? 0) + (fineArts ?? 0);
  const art = arts === null ? parts : parts === null || arts >= parts ? arts : arts + parts;
  return pe === null || art === null ? null : pe + art;
}

type Row = { row: number; stage: SheetStage; code: string; name: string; counted: boolean; value: (target: TargetKey) => number | null };

function readSheet({ stage, header, rows }: StatisticsSheet, mapping: SheetMapping, problems: Problem[]): Row[] {
  const columnsOf = (target: TargetKey) => (mapping[target] ?? []).map((path) => header.paths.indexOf(path)).filter((at) => at >= 0);
  const title = (path: string) => `${stageLabel(stage)}：${path}`;
  return rows.slice(header.firstRow).flatMap((cells, index): Row[] => {
    const row = header.firstRow + index + 1;
    const text = (target: TargetKey) => textOf(cells[columnsOf(target)[0] ?? -1]);
    const name = text("name");
    if (name === "" || /^(合计|总计|小计)$/.test(name)) return [];
    const value = (target: TargetKey): number | null => {
      let sum: number | null = null;
      for (const at of columnsOf(target)) {
        if (isBlank(cells[at])) continue;
        const decimals = DECIMALS[target] ?? 0;
        const read = parseNumber(cells[at], { type: decimals === 0 ? "integer" : "decimal", decimals });
        if (read.fault) problems.push({ severity: "error", row, column: title(header.paths[at] ?? ""), message: `${name}：${read.fault}` });
        if (read.value !== null) sum = Math.round(((sum ?? 0) + read.value) * 1e4) / 1e4;
      }
      return sum;
    };
    return [{ row, stage, code: text("code"), name, counted: !/^(0|否|不计)$/.test(text("counted")), value }];
  });
}

const empty = (school: KnownSchool): SchoolFacts => ({
  ...school, operatorType: null, areaType: null,
  students: { primary: null, junior: null, senior: null }, classes: { primary: null, junior: null }, maxClass: { primary: null, junior: null },
  degreeTeachers: { primary: null, junior: null }, backboneTeachers: { primary: null, junior: null }, artsPeTeachers: { primary: null, junior: null },
  teachingArea: null, indoorSportsArea: null, sportsFieldArea: null, equipmentValueWan: null, multimediaRooms: null,
});

/** The figures of one place from the sheets in which it stands. Rooms and things stand in each sheet alike, or in one of them. */
function placeFrom(school: KnownSchool, rows: readonly Row[], problems: Problem[]): PlacedSchool {
  const facts = empty(school);
  for (const { row, stage, value } of rows) {
    facts.students[stage] = value("students");
    if (stage !== "senior") {
      facts.degreeTeachers[stage] = value("degree");
      facts.backboneTeachers[stage] = value("backbone");
      facts.artsPeTeachers[stage] = artsPeTotal({ pe: value("pe"), arts: value("arts"), music: value("music"), fineArts: value("fineArts") });
    }
    for (const field of PLAIN) {
      const [before, now] = [facts[field], value(field)];
      if (before && now && before !== now) problems.push({ severity: "error", row, column: `${stageLabel(stage)}：${field === "multimediaRooms" ? "网络多媒体教室" : "校舍、场地、设备"}`, message: `${school.name}在各学段表中的数值不同（${before} 与 ${now}），应为全校总量且各表一致，请核对。` });
      facts[field] = before ? before : (now ?? before);
    }
  }
  return { row: rows[0]?.row ?? 0, facts };
}

/** The kind of a campus, by the sheets in which it has pupils. */
const kindOf = (rows: readonly Row[]): SchoolKind => {
  const stages = STAGES.filter((stage) => rows.some((row) => row.stage === stage));
  return rows.some((row) => row.stage === "senior") ? kindWithAttached("complete_secondary", stages) : kindWithAttached(stages[0] === "junior" ? "junior" : "primary", stages);
};

/** Pupils of a stage that the registered 办学类型 does not have: attached classes, or a wrong entry in the register. */
function strangeStages({ row, facts }: PlacedSchool): Problem[] {
  return SHEET_STAGES.flatMap((stage): Problem[] => {
    const known = stage === "senior" ? hasSenior(facts.kind) : stagesOf(facts.kind).includes(stage);
    if (known || !facts.students[stage]) return [];
    const should = stage === "senior" ? null : kindWithAttached(facts.kind, [stage]);
    return [{ severity: "error", row, column: `${stageLabel(stage)}：在校生数`, message: `${facts.name}登记为${SCHOOL_KIND_LABEL[facts.kind]}，统计中有${stageLabel(stage)}在校生 ${facts.students[stage]} 人；${should && should !== facts.kind ? `附设班的学校应登记为${SCHOOL_KIND_LABEL[should]}，` : ""}请核对登记。` }];
  });
}

/**
 * Reads the statistics export by a confirmed mapping. A school is found by its code, else by its name as registered; a 不计校数 campus
 * is added to the main school that the register or the mapping names.
 */
export function readStatistics(sheets: readonly StatisticsSheet[], mapping: StatisticsMapping, register: readonly KnownSchool[], campuses: ReadonlyMap<string, string>): StatisticsRead {
  const problems: Problem[] = [];
  const open = new Map<string, OpenCampus>();
  const byCode = new Map(register.map((school) => [school.code, school]));
  const byName = new Map(register.map((school) => [school.name, school]));
  const schools = new Map<string, { school: KnownSchool; rows: Row[] }>();
  const branches = new Map<string, { main: string; rows: Row[] }>();
  for (const sheet of sheets) {
    const columns = mapping.sheets[sheet.stage] ?? {};
    if (!columns.name?.length) problems.push({ severity: "error", row: sheet.header.firstRow, column: stageLabel(sheet.stage), message: `${stageLabel(sheet.stage)}表没有对应“学校名称”的列，请在对应关系中选择。` });
    for (const row of readSheet(sheet, columns, problems)) {
      const key = row.code || row.name;
      const school = byCode.get(row.code) ?? byName.get(row.name);
      const main = campuses.get(row.code) ?? mapping.campuses[key];
      if (main !== undefined || (!row.counted && !school)) {
        if (main === undefined) open.set(key, { key, name: row.name });
        else branches.set(key, { main, rows: [...(branches.get(key)?.rows ?? []), row] });
      } else if (school) schools.set(school.code, { school, rows: [...(schools.get(school.code)?.rows ?? []), row] });
      else if (sheet.stage !== "senior") problems.push({ severity: "error", row: row.row, column: `${stageLabel(row.stage)}：学校名称`, message: `“${row.name}”${row.code ? `（标识码 ${row.code}）` : ""}不在本县这一年度的应报名册中；请核对名称或标识码，不属于名册的请删去这一行。` });
    }
  }
  for (const { name } of open.values()) problems.push({ severity: "error", row: 0, column: "是否计校数", message: `“${name}”不计校数，请在对应关系中选择它的主校。` });
  const placed = new Map([...schools].map(([code, { school, rows }]) => [code, placeFrom(school, rows, problems)]));
  for (const { main, rows } of branches.values()) {
    const target = placed.get(main);
    const name = rows[0]?.name ?? "";
    if (target) placed.set(main, { row: target.row, facts: mergeCampus(target.facts, placeFrom({ code: "", name, kind: kindOf(rows) }, rows, problems).facts) });
    else problems.push({ severity: "error", row: rows[0]?.row ?? 0, column: "是否计校数", message: `“${name}”应并入主校（标识码 ${main}），但表中没有主校的数据。` });
  }
  for (const school of placed.values()) problems.push(...strangeStages(school));
  return { placed: [...placed.values()], problems, campuses: [...open.values()] };
}
