import type { FieldSpec, SectionSpec } from "@/lib/forms/field";
import { stagesOf, type AreaType, type SchoolKind } from "@/lib/standard/school-kinds";
import { numberOf } from "./facts";
import { sectionsFor, type FilingData } from "./form";

/** What the register knows that decides what a school is asked. */
export type AskedSchool = { kind: SchoolKind; areaType?: AreaType | null; operatorType?: number | null };
/** A field as one school meets it: required or not, or exempt with the reason. */
export type AskedField = FieldSpec & { exempt: string | null };
export type AskedSection = Omit<SectionSpec, "fields"> & { fields: AskedField[] };

type Answer = { required: boolean; exempt: string | null; why: string };

/** A school of fewer pupils gets the funds of so many. 教督〔2017〕6号 政府保障 6 */
export const SMALL_SCHOOL = 100;

/** Why a school is not asked who lives in its zone; null when it is. 教督〔2017〕6号 政府保障 13: 城区和镇区公办，不含寄宿制. */
export function zoneExemption({ kind, areaType, operatorType }: AskedSchool, boarding: boolean | null): string | null {
  if (stagesOf(kind).length === 0) return "没有义务教育阶段的普通班级，不填";
  if (areaType === "rural") return "乡村学校不填";
  if (operatorType === 10) return "民办学校不填";
  return boarding === true ? "寄宿制学校不填" : null;
}

/** Pupils of the compulsory stages; null while a stage is not filled in. */
export function compulsoryPupils(kind: SchoolKind, data: FilingData): number | null {
  const counts = stagesOf(kind).map((stage) => numberOf(data, "students", `${stage}Students`));
  return counts.length === 0 ? null : counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}

function zoned(school: AskedSchool, data: FilingData): Answer {
  const boarding = data.basic?.boarding;
  const exempt = zoneExemption(school, typeof boarding === "boolean" ? boarding : null);
  return { required: exempt === null, exempt, why: "城区、镇区公办非寄宿制学校必须填写。" };
}

function small({ kind }: AskedSchool, data: FilingData): Answer {
  if (stagesOf(kind).length === 0) return { required: false, exempt: "没有义务教育阶段的普通班级，不填", why: "" };
  const pupils = compulsoryPupils(kind, data);
  if (pupils === null) return { required: false, exempt: null, why: "" };
  return { required: pupils < SMALL_SCHOOL, exempt: pupils < SMALL_SCHOOL ? null : `在校生不少于 ${SMALL_SCHOOL} 人的学校不填`, why: `在校生 ${pupils} 人，不足 ${SMALL_SCHOOL} 人的学校必须填写。` };
}

/** Schools without an assessed stage (特殊教育学校, 职业学校) are not judged by their premises: they may leave them out. */
const assessed = ({ kind }: AskedSchool): Answer => ({ required: stagesOf(kind).length > 0, exempt: null, why: "" });

/** How a field applies to a school, from the register and what is typed so far. */
export function answerFor(field: FieldSpec, school: AskedSchool, data: FilingData): Answer {
  if (field.condition === "zoned") return zoned(school, data);
  if (field.condition === "small") return small(school, data);
  if (field.condition === "assessed") return assessed(school);
  return { required: field.required, exempt: null, why: "" };
}

/** The form as this school meets it: what is required is settled, what does not apply says why. Form and server ask the same. */
export function sectionsAsked(school: AskedSchool, data: FilingData): AskedSection[] {
  return sectionsFor(school.kind).map((section) => ({
    ...section,
    fields: section.fields.map((field) => {
      const { required, exempt } = answerFor(field, school, data);
      return { ...field, required, exempt };
    }),
  }));
}
