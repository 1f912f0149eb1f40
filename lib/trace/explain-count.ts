import type { CountyEvaluation } from "@/lib/evaluation/evaluate-county";
import { HUGE_CLASS, LARGE_CLASS, SIZE_LIMIT } from "@/lib/conditions/rollup";
import type { SchoolFactRow } from "@/lib/results/school-fact-row";
import { CLASS_LIMIT, MIN_AT_STANDARD, STAGE_NAME, STAGES, type Stage } from "@/lib/standard/indicators";
import { SCHOOL_KIND_LABEL, stagesOf } from "@/lib/standard/school-kinds";
import type { CountKind } from "./keys";

/** One school (part) in a count: its numbers by column; `counts`: whether it is among those counted. */
export type CountRow = { code: string; school: string; stage: Stage | null; note: string; cells: (number | null)[]; counts: boolean };
export type CountTrace = {
  title: string;
  rule: string;
  columns: { name: string; unit: string }[];
  rows: CountRow[];
  /** Column by column; null while a school has not said. */
  totals: (number | null)[];
  /** How many schools (parts) are counted. */
  counted: number;
  /** Schools that have no such figure or have not filled it in, with the reason. */
  left: { school: string; reason: string }[];
};

const total = (rows: CountRow[], column: number): number | null => rows.reduce<number | null>((sum, { cells }) => { const one = cells[column] ?? null; return sum === null || one === null ? null : sum + one; }, 0);
const COMBINED = "一贯制学校、完全中学和有附设班的学校按学段分列";
const noteOf = ({ kind }: SchoolFactRow): string => (stagesOf(kind).length > 1 || kind === "complete_secondary" ? `${SCHOOL_KIND_LABEL[kind]}（含附设班），只计本学段` : "");

function students(stage: Stage, evaluation: CountyEvaluation, schools: SchoolFactRow[]): CountTrace {
  const byCode = new Map(schools.map((row) => [row.code, row]));
  const rows = evaluation.sections.filter((section) => section.stage === stage).map((section): CountRow => { const row = byCode.get(section.code); return { code: section.code, school: section.school, stage, note: row ? noteOf(row) : "", cells: [section.students], counts: true }; });
  return {
    title: `${STAGE_NAME[stage]}在校生`, rule: `参与资源配置评估的学校（部）${STAGE_NAME[stage]}在校生数之和；${COMBINED}，不计校数的校区计入所属学校。`,
    columns: [{ name: "在校生", unit: "人" }], rows, totals: [total(rows, 0)], counted: rows.length,
    left: evaluation.excluded.filter(({ code }) => { const row = byCode.get(code); return row !== undefined && (stagesOf(row.kind).length === 0 || stagesOf(row.kind).includes(stage)); }).map(({ school, reason }) => ({ school, reason })),
  };
}

const over = (pupils: number[], least: number) => pupils.filter((size) => size >= least).length;

function classes(stage: Stage, schools: SchoolFactRow[]): CountTrace {
  const own = schools.filter(({ kind }) => stagesOf(kind).includes(stage));
  const rows = own.flatMap((row): CountRow[] => {
    const pupils = row.more.classes[stage];
    return pupils ? [{ code: row.code, school: row.name, stage, note: noteOf(row), cells: [pupils.length, over(pupils, CLASS_LIMIT[stage] + 1), over(pupils, LARGE_CLASS), over(pupils, HUGE_CLASS), Math.max(0, ...pupils)], counts: true }] : [];
  });
  return {
    title: `${STAGE_NAME[stage]}班级`, rule: `各校${STAGE_NAME[stage]}班级数之和，按自评表逐班学生数计；超过 ${CLASS_LIMIT[stage]} 人为超标准班额，${LARGE_CLASS} 人及以上为大班额，${HUGE_CLASS} 人及以上为超大班额。${COMBINED}，不计校数的校区计入所属学校。`,
    columns: [{ name: "班级", unit: "个" }, { name: "超标准班额", unit: "个" }, { name: "大班额", unit: "个" }, { name: "超大班额", unit: "个" }, { name: "最大班", unit: "人" }],
    rows: [...rows].sort((a, b) => (b.cells[1] ?? 0) - (a.cells[1] ?? 0)), totals: [0, 1, 2, 3].map((column) => total(rows, column)), counted: rows.length,
    left: own.filter((row) => !row.more.classes[stage]).map((row) => ({ school: row.name, reason: "各班学生数未填全，未计入" })),
  };
}

function crowding(schools: SchoolFactRow[]): CountTrace {
  const own = schools.filter(({ kind }) => stagesOf(kind).length > 0);
  const cell = (row: SchoolFactRow, stage: Stage) => (stagesOf(row.kind).includes(stage) && row.more.classes[stage] ? Math.max(0, ...row.more.classes[stage]) : null);
  const rows = own.map((row): CountRow => {
    const cells = STAGES.map((stage) => cell(row, stage));
    const stage = STAGES.find((one, at) => (cells[at] ?? 0) > CLASS_LIMIT[one]) ?? null;
    return { code: row.code, school: row.name, stage, note: "", cells, counts: stage !== null };
  });
  return {
    title: "有超标准班额的学校", rule: `至少有一个班超过标准班额（小学 ${CLASS_LIMIT.primary} 人，初中 ${CLASS_LIMIT.junior} 人）的学校数，按逐班学生数判定，不看平均班额。`,
    columns: STAGES.map((stage) => ({ name: `${STAGE_NAME[stage]}最大班`, unit: "人" })), rows: rows.filter(({ counts }) => counts), totals: [], counted: rows.filter(({ counts }) => counts).length,
    left: own.filter((row) => stagesOf(row.kind).some((stage) => !row.more.classes[stage])).map((row) => ({ school: row.name, reason: "各班学生数未填全，未填的学段不计入" })),
  };
}

function size(schools: SchoolFactRow[]): CountTrace {
  const own = schools.filter(({ kind }) => stagesOf(kind).length > 0);
  const rows = own.map((row): CountRow => {
    const [pupils, limit] = [(row.primary_students ?? 0) + (row.junior_students ?? 0), stagesOf(row.kind).length > 1 ? SIZE_LIMIT.combined : SIZE_LIMIT.single];
    return { code: row.code, school: row.name, stage: null, note: SCHOOL_KIND_LABEL[row.kind], cells: [pupils, limit], counts: pupils > limit };
  });
  return {
    title: "大校额", rule: `义务教育在校生超过 ${SIZE_LIMIT.single.toLocaleString("zh-CN")} 人的学校数，一贯制学校为超过 ${SIZE_LIMIT.combined.toLocaleString("zh-CN")} 人。`,
    columns: [{ name: "义务教育在校生", unit: "人" }, { name: "规模上限", unit: "人" }], rows: rows.filter(({ counts }) => counts), totals: [], counted: rows.filter(({ counts }) => counts).length,
    left: own.filter((row) => stagesOf(row.kind).some((stage) => row[`${stage}_students`] === null)).map((row) => ({ school: row.name, reason: "在校生数未填全，只按已填的学段计" })),
  };
}

function sections(evaluation: CountyEvaluation): CountTrace {
  const rows = evaluation.sections.map(({ school, code, stage, standardCount, atFloor, compliant }): CountRow => ({ code, school, stage, note: "", cells: [standardCount, Object.values(atFloor).filter((floor) => !floor).length], counts: compliant }));
  return {
    title: "达标学校（部）", rule: `七项指标至少 ${MIN_AT_STANDARD} 项达到标准、余项不低于标准 85% 的学校（部）数；一贯制学校、完全中学按学段分别判定；有未填数据的不判为达标。`,
    columns: [{ name: "达到标准", unit: "项" }, { name: "低于标准的 85% 或未填", unit: "项" }], rows: [...rows].sort((a, b) => Number(a.counts) - Number(b.counts)), totals: [], counted: rows.filter(({ counts }) => counts).length,
    left: evaluation.excluded.map(({ school, reason }) => ({ school, reason })),
  };
}

/** How a count over a county's schools comes about, school by school: those with 超标准班额 or short of the standard first, else in the order of codes. Pure. */
export function explainCount(kind: CountKind, evaluation: CountyEvaluation, schools: SchoolFactRow[]): CountTrace {
  if (kind.count === "students") return students(kind.stage, evaluation, schools);
  if (kind.count === "classes") return classes(kind.stage, schools);
  return kind.count === "crowding" ? crowding(schools) : kind.count === "size" ? size(schools) : sections(evaluation);
}
