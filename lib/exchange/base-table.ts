import type { SchoolFacts } from "@/lib/evaluation/facts";
import { STAGES, type Stage } from "@/lib/standard/indicators";
import { hasSenior, SCHOOL_KIND_LABEL, stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";
import { columnOf, NUMBER_COLUMNS, stageLabel, TEXT_COLUMNS, type Cell, type Column, type NumberColumn, type Problem } from "./columns";
import { missing, readHeader, type Header } from "./header";
import { outliers, type PlacedSchool } from "./outliers";
import { isBlank, parseArea, parseCode, parseKind, parseNumber, parseOperator, textOf, type Parsed } from "./parse-cell";

export type { Cell, Problem } from "./columns";
export type BaseTable = { schools: SchoolFacts[]; problems: Problem[] };
/** A whole table must be filled in; a table for drafts may have gaps, which are named and change nothing. */
export type Completeness = "whole" | "drafts";

/** One row being read: reports its faults under its own row number, what a table for drafts leaves out in one sentence a row. */
class RowReader {
  private readonly blanks: string[] = [];

  constructor(private readonly cells: readonly Cell[], readonly row: number, private readonly header: Header, private readonly problems: Problem[], private readonly gaps: Problem["severity"]) {}

  error(column: string, message: string) {
    this.problems.push({ severity: "error", row: this.row, column, message });
  }

  read<T>(column: Column, parse: (cell: Cell) => Parsed<T>, required: boolean): T | null {
    const index = this.header.place.get(column.name);
    if (index === undefined) return null;
    const cell = this.cells[index];
    if (isBlank(cell)) {
      const number = column.type === "integer" || column.type === "decimal";
      if (required && number && this.gaps === "warning") this.blanks.push(column.name);
      else if (required) this.error(column.name, `“${column.name}”未填写，应填写${number ? "数字；确实没有请填 0" : "内容"}。`);
      return null;
    }
    const { value, fault, notice } = parse(cell);
    if (fault) this.error(column.name, fault);
    if (notice) this.problems.push({ severity: "warning", row: this.row, column: column.name, message: notice });
    return value;
  }

  finish() {
    const [first] = this.blanks;
    if (first !== undefined) this.problems.push({ severity: "warning", row: this.row, column: first, message: `${this.blanks.length} 列未填写（${this.blanks.slice(0, NAMED).join("、")}${this.blanks.length > NAMED ? "等" : ""}），不改动已有数据；确实没有请填 0。` });
  }
}

/** How many names of blank columns a sentence holds. */
const NAMED = 3;

const ASSESSED = (kind: SchoolKind) => stagesOf(kind).length > 0;
const hasStage = (kind: SchoolKind, stage: Stage | "senior") => (stage === "senior" ? hasSenior(kind) : stagesOf(kind).includes(stage));

function needs(column: NumberColumn, kind: SchoolKind | null): boolean {
  // Schools without an assessed stage (特殊教育学校, 职业学校) are not judged by their premises.
  if (column.required === "always") return kind === null || ASSESSED(kind);
  return column.required === "stage" && kind !== null && column.stage !== undefined && hasStage(kind, column.stage);
}

const emptyFacts = (): SchoolFacts => ({
  code: "", name: "", kind: "primary", operatorType: null, areaType: null,
  students: { primary: null, junior: null, senior: null },
  classes: { primary: null, junior: null },
  maxClass: { primary: null, junior: null },
  degreeTeachers: { primary: null, junior: null },
  backboneTeachers: { primary: null, junior: null },
  artsPeTeachers: { primary: null, junior: null },
  teachingArea: null, indoorSportsArea: null, sportsFieldArea: null, equipmentValueWan: null, multimediaRooms: null,
});

function store(facts: SchoolFacts, column: NumberColumn, value: number | null) {
  if (column.stage === undefined) facts[column.field] = value;
  else if (column.stage === "senior") facts.students.senior = value;
  else facts[column.field][column.stage] = value;
}

/** What cannot be true of one school, though each cell by itself could. */
function crossCheck(reader: RowReader, facts: SchoolFacts, kind: SchoolKind | null) {
  const { teachingArea, indoorSportsArea } = facts;
  if (teachingArea !== null && indoorSportsArea !== null && indoorSportsArea > teachingArea) {
    reader.error(columnOf("indoorSportsArea"), `室内体育用房面积 ${indoorSportsArea} ㎡大于教学及辅助用房面积 ${teachingArea} ㎡；前者包含在后者之内，应不大于后者。`);
  }
  if (kind === null || !ASSESSED(kind)) return;
  for (const stage of [...STAGES, "senior"] as const) {
    const students = facts.students[stage];
    if (!hasStage(kind, stage) && students) reader.error(columnOf("students", stage), `办学类型为${SCHOOL_KIND_LABEL[kind]}，不应有${stageLabel(stage)}在校生，此处填了 ${students}；请核对办学类型（附设班的学校按同时含有两个学段的办学类型填写），或将此格留空。`);
  }
  for (const stage of STAGES) {
    if (hasStage(kind, stage) ? facts.students[stage] !== 0 : facts.students[stage]) continue;
    for (const field of ["degreeTeachers", "backboneTeachers", "artsPeTeachers"] as const) {
      const teachers = facts[field][stage];
      if (teachers) reader.error(columnOf(field, stage), `${stageLabel(stage)}没有在校生，却填了 ${teachers} 名教师；请核对${stageLabel(stage)}在校生数，或将教师数改为 0。`);
    }
  }
}

function readRow(reader: RowReader, header: Header, lacking: Set<NumberColumn>): SchoolFacts {
  const facts = emptyFacts();
  facts.code = reader.read(TEXT_COLUMNS.code, parseCode, true) ?? "";
  facts.name = reader.read(TEXT_COLUMNS.name, (cell) => ({ value: textOf(cell) }), true) ?? "";
  const kind = reader.read(TEXT_COLUMNS.kind, parseKind, true);
  if (kind) facts.kind = kind;
  facts.operatorType = reader.read(TEXT_COLUMNS.operator, parseOperator, false);
  facts.areaType = reader.read(TEXT_COLUMNS.area, parseArea, false);
  for (const column of NUMBER_COLUMNS) {
    const required = needs(column, kind);
    if (required && column.required === "stage" && !header.place.has(column.name)) lacking.add(column);
    store(facts, column, reader.read(column, (cell) => parseNumber(cell, column), required));
  }
  crossCheck(reader, facts, kind);
  reader.finish();
  return facts;
}

function reportDuplicates(placed: readonly PlacedSchool[], problems: Problem[]) {
  const firstRow = new Map<string, number>();
  for (const { row, facts } of placed) {
    const first = firstRow.get(facts.code);
    if (facts.code === "") continue;
    if (first === undefined) firstRow.set(facts.code, row);
    else problems.push({ severity: "error", row, column: TEXT_COLUMNS.code.name, message: `学校标识码“${facts.code}”与第 ${first} 行重复，每所学校应有唯一的标识码。` });
  }
}

/**
 * Reads the county base table with the row of each school. Every fault is reported at once, with its row as the spreadsheet counts
 * it. Rows with a fault are given, too, so that what follows can find its own faults in the same pass.
 */
export function readBaseTable(rows: readonly (readonly Cell[])[], completeness: Completeness = "whole"): { placed: PlacedSchool[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const start = rows.findIndex((cells) => !cells.every(isBlank));
  const headerCells = rows[start];
  if (!headerCells) return { placed: [], problems: [{ severity: "error", row: 1, column: "", message: "表中没有内容；第一行应为表头，其后每行一所学校。" }] };
  const gaps = completeness === "whole" ? "error" : "warning";
  const header = readHeader(headerCells, start + 1, problems, gaps);
  const lacking = new Set<NumberColumn>();
  const placed: PlacedSchool[] = [];
  rows.forEach((cells, index) => {
    if (index <= start || cells.every(isBlank)) return;
    const reader = new RowReader(cells, index + 1, header, problems, gaps);
    placed.push({ row: index + 1, facts: readRow(reader, header, lacking) });
  });
  for (const column of lacking) problems.push(missing(column, header.row, gaps));
  if (placed.length === 0) problems.push({ severity: "error", row: header.row + 1, column: "", message: "表头之后没有学校数据，应每行填写一所学校。" });
  reportDuplicates(placed, problems);
  problems.push(...outliers(placed));
  problems.sort((a, b) => a.row - b.row);
  return { placed, problems };
}

/** The schools of a whole county base table, and what is wrong with it; a table with an error gives no schools. */
export function parseBaseTable(rows: readonly (readonly Cell[])[]): BaseTable {
  const { placed, problems } = readBaseTable(rows);
  return { schools: problems.some(({ severity }) => severity === "error") ? [] : placed.map(({ facts }) => facts), problems };
}
