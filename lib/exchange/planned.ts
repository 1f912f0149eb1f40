import type { Problem } from "./columns";

export type Change = { section: string; key: string; label: string; from: number | null; to: number };
/** What an import would do to one filing. `blocked`: why nothing is written. */
export type PlannedSchool = { row: number; filingId: string; schoolId: string; code: string; name: string; blocked: string | null; changes: Change[]; unchanged: number; versions: Record<string, number> };
export type ImportPlan = { problems: Problem[]; schools: PlannedSchool[] };

/** The filings that an import would write. */
export const written = (plan: ImportPlan): PlannedSchool[] => plan.schools.filter((school) => school.blocked === null && school.changes.length > 0);

/** What a person has seen and confirms: the changes over the versions that they were made against. */
export const signature = (plan: ImportPlan): string => JSON.stringify(written(plan).map(({ filingId, versions, changes }) => [filingId, versions, changes.map(({ section, key, from, to }) => [section, key, from, to])]));
