import type { SchoolFields } from "./schema";

/** A school of the county as the rules ask for it. */
export type KnownSchool = { id: string; code: string; name: string; kind: string; parentSchoolId: string | null; counted: boolean; openedOn: string | null; closedOn: string | null; version: number };

/** What a school has behind it that binds its entry. */
export type SchoolPast = { filings: number; underReview: boolean; branches: number };
export const NO_PAST: SchoolPast = { filings: 0, underReview: false, branches: 0 };

export const isOpen = (school: { closedOn: string | null }, day: string): boolean => school.closedOn === null || school.closedOn > day;

/** Faults of an entry among the other schools of its county, by field; none when it may stand. Pure. `before` is the entry that it replaces. */
export function refuseSchool(fields: SchoolFields, others: readonly KnownSchool[], before: KnownSchool | null, past: SchoolPast, today: string): Record<string, string> {
  const faults: Record<string, string> = {};
  const open = others.filter((school) => isOpen(school, today));
  if (open.some(({ name }) => name === fields.name)) faults.name = "本县已有同名的在办学校，请填写能区分的全称。";
  if (fields.openedOn !== null && fields.openedOn > today) faults.openedOn = "开办日期不能晚于今天。";
  if (fields.builtYear !== null && fields.builtYear > Number(today.slice(0, 4))) faults.builtYear = "建成年份不能晚于今年。";
  if (fields.parentCode !== null) {
    const parent = open.find(({ code }) => code === fields.parentCode);
    if (fields.parentCode === fields.code) faults.parentCode = "不能填写本校。";
    else if (!parent) faults.parentCode = "没有找到这所在办的本县学校。";
    else if (parent.parentSchoolId !== null) faults.parentCode = `${parent.name}自己由别的学校填报，请填写它的中心校。`;
    else if (past.branches > 0) faults.parentCode = `有 ${past.branches} 所学校由本校填报，本校不能再由别的学校填报。`;
  }
  if (!fields.counted && fields.parentCode === null) faults.parentCode = "不计校数的校区、教学点，请填写并入计算的主校。";
  if (before === null) return faults;
  if (fields.code !== before.code && past.filings > 0) faults.code = "已有填报记录，学校标识码不能更改。";
  if (fields.counted !== before.counted && past.filings > 0) faults.counted = "已有填报记录，是否计校数不能更改；确需更改的，停办后另行登记。";
  if (fields.kind !== before.kind && past.underReview) faults.kind = "这所学校的自评正在审核，审定或退回后再改办学类型。";
  return faults;
}

/** Why a school may not be closed on this day; empty when it may. Pure. */
export function refuseClosing(school: KnownSchool, closedOn: string, mergedInto: KnownSchool | null | undefined, branches: number, today: string): Record<string, string> {
  const faults: Record<string, string> = {};
  if (closedOn > today) faults.closedOn = "停办日期不能晚于今天。";
  if (school.openedOn !== null && closedOn < school.openedOn) faults.closedOn = "停办日期不能早于开办日期。";
  if (mergedInto === undefined) faults.mergedIntoCode = "没有找到这所在办的本县学校。";
  else if (mergedInto?.id === school.id) faults.mergedIntoCode = "不能填写本校。";
  if (branches > 0) faults.closedOn = `还有 ${branches} 所学校由它填报，请先为它们改填中心校。`;
  return faults;
}

/** A school stands in the roster of a year when it is open on 1 September (see freeze-roster). Pure. */
export const standsIn = (school: Pick<KnownSchool, "openedOn" | "closedOn" | "kind" | "counted">, year: number): boolean => {
  const day = `${year}-09-01`;
  return school.kind !== "vocational" && school.counted && (school.openedOn === null || school.openedOn <= day) && (school.closedOn === null || school.closedOn > day);
};
