import { numberOf, toSchoolFacts } from "@/lib/filings/facts";
import { sectionsFor, type FilingData } from "@/lib/filings/form";
import { parseFields } from "@/lib/filings/schema";
import { FILING_STATE_NAME, type FilingState } from "@/lib/filings/states";
import { STAGES } from "@/lib/standard/indicators";
import { AREA_TYPE_LABEL, OPERATOR_TYPE_LABEL, SCHOOL_KIND_LABEL, type AreaType, type SchoolKind } from "@/lib/standard/school-kinds";
import type { PlacedSchool } from "./outliers";
import { columnOf, stageLabel, TEXT_COLUMNS, type Problem } from "./columns";
import { IMPORTED_FIELDS } from "./imported-fields";
import { mergeCampus } from "./places";
import type { Change, ImportPlan, PlannedSchool } from "./planned";

/** A school of the roster with its draft, as it stands before an import. */
export type RosterEntry = {
  filingId: string;
  schoolId: string;
  state: FilingState;
  code: string;
  name: string;
  kind: SchoolKind;
  areaType: AreaType | null;
  operatorType: number | null;
  data: FilingData;
  versions: Record<string, number>;
};
/** The code of a 不计校数 campus → the code of its main school. */
export type Campuses = ReadonlyMap<string, string>;

/** Drafts that an import may write; what is submitted, approved or being corrected is left alone. */
const writable = (state: FilingState): boolean => state === "open" || state === "returned";

/** Rows of campuses are added to the rows of their main schools. */
function joinCampuses(placed: readonly PlacedSchool[], campuses: Campuses, problems: Problem[]): PlacedSchool[] {
  const joined = new Map(placed.filter(({ facts }) => !campuses.has(facts.code)).map((school) => [school.facts.code, school]));
  for (const { row, facts } of placed) {
    const mainCode = campuses.get(facts.code);
    if (mainCode === undefined) continue;
    const main = joined.get(mainCode);
    if (main) joined.set(mainCode, { row: main.row, facts: mergeCampus(main.facts, facts) });
    else problems.push({ severity: "error", row, column: TEXT_COLUMNS.code.name, message: `“${facts.name}”不计校数，应并入主校（标识码 ${mainCode}），但表中没有主校的数据。` });
  }
  return [...joined.values()];
}

/** Where the table and the register or the class list disagree. A wrong 办学类型 would change the meaning of the figures. */
function compare({ row, facts }: PlacedSchool, entry: RosterEntry): Problem[] {
  const said: Problem[] = [];
  const warn = (column: string, message: string) => said.push({ severity: "warning", row, column, message });
  if (facts.kind !== entry.kind) said.push({ severity: "error", row, column: TEXT_COLUMNS.kind.name, message: `${entry.name}在表中为${SCHOOL_KIND_LABEL[facts.kind]}，登记为${SCHOOL_KIND_LABEL[entry.kind]}；请核对表格，登记有误的先更正学校登记。` });
  if (facts.name !== entry.name) warn(TEXT_COLUMNS.name.name, `表中名称“${facts.name}”与登记名称“${entry.name}”不同，按标识码导入，不改名称。`);
  if (facts.areaType && facts.areaType !== entry.areaType) warn(TEXT_COLUMNS.area.name, `表中为${AREA_TYPE_LABEL[facts.areaType]}，与登记${entry.areaType ? `的${AREA_TYPE_LABEL[entry.areaType]}` : ""}不同，导入不改登记。`);
  if (facts.operatorType && facts.operatorType !== entry.operatorType) warn(TEXT_COLUMNS.operator.name, `表中为${OPERATOR_TYPE_LABEL[facts.operatorType]}，与登记不同，导入不改登记。`);
  const standing = toSchoolFacts(entry, entry.data);
  for (const stage of STAGES)
    for (const [field, word] of [["classes", "班级数"], ["maxClass", "最大班额"]] as const) {
      const [told, listed] = [facts[field][stage], standing[field][stage]];
      if (told !== null && listed !== null && told !== listed) warn(columnOf(field, stage), `表中${stageLabel(stage)}${word} ${told}，学校所填各班学生数为 ${listed}；班级逐班填写，不导入，请学校核对。`);
    }
  return said;
}

function plan({ row, facts }: PlacedSchool, entry: RosterEntry, problems: Problem[]): PlannedSchool {
  const fields = sectionsFor(entry.kind).flatMap((section) => section.fields);
  const changes: Change[] = [];
  let unchanged = 0;
  for (const { column, section, key, of } of IMPORTED_FIELDS) {
    const to = of(facts);
    const field = fields.find((spec) => spec.key === key);
    if (to === null || !field) continue;
    const fault = parseFields([field], { [key]: to }).errors[key];
    if (fault) problems.push({ severity: "error", row, column, message: `${column} ${to}：${fault}` });
    const from = numberOf(entry.data, section, key);
    if (from === to) unchanged += 1;
    else changes.push({ section, key, label: field.label, from, to });
  }
  const { filingId, schoolId, code, name, versions } = entry;
  return { row, filingId, schoolId, code, name, blocked: writable(entry.state) ? null : `${FILING_STATE_NAME[entry.state]}，不导入`, changes, unchanged, versions };
}

const IDENTITY: readonly string[] = [TEXT_COLUMNS.code.name, TEXT_COLUMNS.kind.name];

/**
 * What a table would do to the filings of a county and year. With an error, of the reader or found here, it would do nothing. Blank
 * cells change nothing. `told`: what the reader has found; a school whose code or 办学类型 it could not read is not looked at again.
 */
export function planImport(roster: readonly RosterEntry[], campuses: Campuses, placed: readonly PlacedSchool[], told: readonly Problem[] = []): ImportPlan {
  const problems: Problem[] = [...told];
  const byCode = new Map(roster.map((entry) => [entry.code, entry]));
  const unknown = new Set(told.filter(({ severity, column }) => severity === "error" && IDENTITY.includes(column)).map(({ row }) => row));
  const schools = joinCampuses(placed.filter(({ row }) => !unknown.has(row)), campuses, problems).flatMap((school): PlannedSchool[] => {
    const { row, facts } = school;
    const entry = byCode.get(facts.code);
    if (entry) {
      problems.push(...compare(school, entry));
      return [plan(school, entry, problems)];
    }
    if (facts.kind === "vocational") problems.push({ severity: "warning", row, column: TEXT_COLUMNS.kind.name, message: `${facts.name}是职业学校，不填报自评，已略过。` });
    else problems.push({ severity: "error", row, column: TEXT_COLUMNS.code.name, message: `“${facts.name}”（标识码 ${facts.code}）不在本县这一年度的应报名册中；请核对标识码，不属于名册的学校请删去这一行。` });
    return [];
  });
  problems.sort((a, b) => a.row - b.row);
  return { problems, schools: problems.some(({ severity }) => severity === "error") ? [] : schools };
}
