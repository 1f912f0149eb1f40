import type { Problem } from "@/lib/exchange/columns";
import { AREA_TYPE_LABEL, OPERATOR_TYPE_LABEL, SCHOOL_KIND_LABEL } from "@/lib/standard/school-kinds";
import { isOpen, NO_PAST, refuseSchool, type KnownSchool, type SchoolPast } from "./rules";
import type { SchoolFields } from "./schema";
import { ROSTER_COLUMNS, type RosterRow } from "./table";

/** A listed school with all that its entry says. */
export type ListedSchool = KnownSchool & { fields: SchoolFields; past: SchoolPast };
export type PlannedEntry = { row: number; act: "add" | "change" | "same"; fields: SchoolFields; before: { id: string; version: number } | null; changes: { label: string; from: string; to: string }[] };
export type RosterPlan = { entries: PlannedEntry[]; problems: Problem[]; /** Open schools that the table does not name; they stay. */ absent: string[] };

/** A value of an entry in words. */
export function fieldText(key: keyof SchoolFields, fields: SchoolFields): string {
  if (key === "kind") return SCHOOL_KIND_LABEL[fields.kind];
  if (key === "areaType") return fields.areaType ? AREA_TYPE_LABEL[fields.areaType] : "未填";
  if (key === "operatorType") return fields.operatorType ? (OPERATOR_TYPE_LABEL[fields.operatorType] ?? "未填") : "未填";
  const value = fields[key];
  return typeof value === "boolean" ? (value ? "是" : "否") : String(value ?? "未填");
}

type Draft = { row: number; before: ListedSchool | null; fields: SchoolFields };
const FRESH: Omit<SchoolFields, "code" | "name" | "kind"> = { areaType: null, operatorType: null, boarding: false, builtYear: null, counted: true, parentCode: null, openedOn: null };
const NAME = new Map<string, string>(ROSTER_COLUMNS.map(({ key, name }) => [key, name]));

/**
 * What a table of schools would do to a county's roster: new schools are added, given cells change what is listed, nothing is closed.
 * Every row is held against the roster as it would be with all rows written. Pure.
 * @param elsewhere codes that schools of other counties have.
 */
export function planRosterTable(rows: readonly RosterRow[], listed: readonly ListedSchool[], elsewhere: ReadonlySet<string>, today: string): RosterPlan {
  const problems: Problem[] = [];
  const say = (row: number, key: string, message: string) => problems.push({ severity: "error", row, column: NAME.get(key) ?? "", message });
  const drafts = rows.flatMap(({ row, fields }): Draft[] => {
    const before = listed.find(({ code }) => code === fields.code) ?? null;
    const { name, kind } = fields;
    if (elsewhere.has(fields.code)) say(row, "code", "这个标识码已由别的县的学校使用，请核对。");
    else if (before && !isOpen(before, today)) say(row, "code", `${before.name}已停办；登记有误的，请先在名录中恢复在办。`);
    else if (before) return [{ row, before, fields: { ...before.fields, ...fields } }];
    else if (name !== undefined && kind !== undefined) return [{ row, before: null, fields: { ...FRESH, ...fields, name, kind } }];
    return [];
  });
  const codeOf = new Map(listed.map(({ id, code }) => [id, code]));
  const after: KnownSchool[] = [
    ...listed.filter(({ code }) => !drafts.some(({ fields }) => fields.code === code)),
    ...drafts.map(({ before, fields }) => ({ id: before?.id ?? fields.code, code: fields.code, name: fields.name, kind: fields.kind, parentSchoolId: fields.parentCode, counted: fields.counted, openedOn: fields.openedOn, closedOn: null, version: before?.version ?? 0 })),
  ];
  const entries = drafts.map(({ row, before, fields }): PlannedEntry => {
    const branches = after.filter((school) => school.parentSchoolId !== null && (school.parentSchoolId === fields.code || codeOf.get(school.parentSchoolId) === fields.code)).length;
    const faults = refuseSchool(fields, after.filter(({ code }) => code !== fields.code), before, { ...(before?.past ?? NO_PAST), branches }, today);
    for (const [key, message] of Object.entries(faults)) say(row, key, message);
    const changes = before ? ROSTER_COLUMNS.flatMap(({ key, name }) => { const [from, to] = [fieldText(key, before.fields), fieldText(key, fields)]; return from === to ? [] : [{ label: name, from, to }]; }) : [];
    return { row, act: before === null ? "add" : changes.length > 0 ? "change" : "same", fields, before: before ? { id: before.id, version: before.version } : null, changes };
  });
  const named = new Set(rows.map(({ fields }) => fields.code));
  return { entries, problems, absent: listed.filter((school) => isOpen(school, today) && !named.has(school.code)).map(({ name }) => name) };
}
