import { stagesOf, type SchoolKind } from "@/lib/standard/school-kinds";
import { STAGE_NAME } from "@/lib/standard/indicators";
import type { FieldValue } from "@/lib/forms/field";
import { answerFor, compulsoryPupils, sectionsAsked, type AskedSchool } from "./applies";
import { classesOf, numberOf } from "./facts";
import { sectionsFor, type FilingData } from "./form";

/** An error blocks the submission, a warning asks for a look, and each leads to its field. `blank`: nothing is wrong yet, it is only not filled in. */
export type Finding = { severity: "error" | "warning"; section: string; field: string; message: string; blank?: true };

const isBlank = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && !Array.isArray(value) && (value.conclusion === null || value.text.trim() === ""));

/** part ≤ whole, both filled in. */
function notMore(data: FilingData, part: [string, string, string], whole: [string, string, string]): Finding[] {
  const [a, b] = [numberOf(data, part[0], part[1]), numberOf(data, whole[0], whole[1])];
  return a !== null && b !== null && a > b ? [{ severity: "error", section: part[0], field: part[1], message: `${part[2]} ${a} 不能大于${whole[2]} ${b}。` }] : [];
}

function missing(school: AskedSchool, data: FilingData): Finding[] {
  return sectionsAsked(school, data).flatMap((section) => section.fields
    // A school with no room of a kind says so with an empty list, which is an answer.
    .filter((field) => field.required && isBlank(data[section.key]?.[field.key]) && !(field.type === "rooms" && Array.isArray(data[section.key]?.[field.key])))
    .map((field): Finding => {
      const { why } = answerFor(field, school, data);
      return { severity: "error", section: section.key, field: field.key, message: why ? `${field.label}还没有填写：${why}` : `${field.label}还没有填写。`, blank: true };
    }));
}

function perStage(kind: SchoolKind, data: FilingData): Finding[] {
  return stagesOf(kind).flatMap((stage) => {
    const label = STAGE_NAME[stage];
    const total: [string, string, string] = ["teachers", `${stage}FullTimeTeachers`, `${label}专任教师数`];
    const classes = classesOf(data, stage);
    const students = numberOf(data, "students", `${stage}Students`);
    const sum = classes?.reduce((pupils, row) => pupils + (row.pupils ?? 0), 0) ?? null;
    const unfilled = classes?.some((row) => row.pupils === null) ?? false;
    return [
      ...(sum !== null && students !== null && sum !== students
        ? [{ severity: "error" as const, section: "students", field: `${stage}ClassSizes`, message: `${label}各班人数合计 ${sum} 人，与在校生数 ${students} 人不一致。` }] : []),
      ...(unfilled ? [{ severity: "error" as const, section: "students", field: `${stage}ClassSizes`, message: `${label}有班级没有填人数。` }] : []),
      ...notMore(data, ["teachers", `${stage}DegreeTeachers`, `${label}高于规定学历教师数`], total),
      ...notMore(data, ["teachers", `${stage}BackboneTeachers`, `${label}骨干教师数`], total),
      ...notMore(data, ["teachers", `${stage}ArtsPeTeachers`, `${label}体育、艺术教师数`], total),
      ...notMore(data, ["students", `${stage}InZoneStudents`, `${label}划片范围内在校生数`], ["students", `${stage}Students`, "在校生数"]),
    ];
  });
}

function wholeSchool(kind: SchoolKind, data: FilingData): Finding[] {
  const teachers = stagesOf(kind).reduce((sum, stage) => sum + (numberOf(data, "teachers", `${stage}FullTimeTeachers`) ?? 0), 0);
  const ofTeachers = (["certifiedTeachers", "trainedTeachers"] as const).flatMap((key): Finding[] => {
    const count = numberOf(data, "teachers", key);
    return count !== null && teachers > 0 && count > teachers ? [{ severity: "error", section: "teachers", field: key, message: `${count} 人不能大于专任教师总数 ${teachers} 人。` }] : [];
  });
  const [migrants, pupils] = [numberOf(data, "students", "migrantStudents"), compulsoryPupils(kind, data)];
  return [
    ...ofTeachers,
    ...(migrants !== null && pupils !== null && migrants > pupils ? [{ severity: "error" as const, section: "students", field: "migrantStudents", message: `随迁子女在校生数 ${migrants} 不能大于义务教育在校生数 ${pupils}。` }] : []),
    ...notMore(data, ["premises", "indoorSportsArea", "室内体育用房面积"], ["premises", "teachingArea", "教学及辅助用房面积"]),
    ...notMore(data, ["funding", "trainingBudget", "教师培训经费预算"], ["funding", "fundsBudget", "公用经费预算总额"]),
    ...notMore(data, ["funding", "trainingFinal", "教师培训经费决算"], ["funding", "fundsFinal", "公用经费决算总额"]),
    ...notMore(data, ["equipment", "interactiveRooms", "互动教室数"], ["equipment", "multimediaRooms", "网络多媒体教室数"]),
  ];
}

/** Jumps of more than half against last year's approved figure; they warn and never block. */
export function jumps(kind: SchoolKind, data: FilingData, last: FilingData): Finding[] {
  return sectionsFor(kind).flatMap((section) => section.fields.flatMap((field): Finding[] => {
    const [now, before] = [numberOf(data, section.key, field.key), numberOf(last, section.key, field.key)];
    if (field.type === "year" || now === null || before === null || before < 5 || Math.abs(now - before) <= before * 0.5) return [];
    const change = Math.round(((now - before) / before) * 100);
    return [{ severity: "warning", section: section.key, field: field.key, message: `比上年${change > 0 ? "增加" : "减少"} ${Math.abs(change)}%（上年 ${before}），请核对是否属实。` }];
  }));
}

/** Everything that stands against a submission, in the order of the form. */
export function checkFiling(school: AskedSchool, data: FilingData, last: FilingData = {}): Finding[] {
  const { kind } = school;
  const order = sectionsFor(kind).map((section) => section.key);
  const found = [...missing(school, data), ...perStage(kind, data), ...wholeSchool(kind, data), ...jumps(kind, data, last)];
  return found.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
}
