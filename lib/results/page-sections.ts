import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import type { IndicatorKey } from "@/lib/standard/indicators";
import { SCHOOL_KINDS } from "@/lib/standard/school-kinds";
import { section, type StoredSection } from "./list-sections";
import type { SchoolFilters, SortKey } from "./school-filters";

export const PAGE_SIZE = 50;

const valueOf = (key: IndicatorKey) => `(r.result->'values'->>'${key}')::float8`;

/** Fixed pieces of SQL, one a column: nothing that a person types gets in here. */
const ORDER: Record<SortKey, string> = {
  code: 'r.code COLLATE "C"', name: 'r.name COLLATE "zh-Hans-x-icu"', county: 'r.division_code COLLATE "C"', stage: "r.stage", students: "r.students", count: "r.standard_count",
  state: "CASE WHEN NOT r.complete THEN 1 WHEN r.compliant THEN 2 ELSE 0 END",
  degreeTeachers: valueOf("degreeTeachers"), backboneTeachers: valueOf("backboneTeachers"), artsPeTeachers: valueOf("artsPeTeachers"), teachingArea: valueOf("teachingArea"),
  sportsArea: valueOf("sportsArea"), equipmentValue: valueOf("equipmentValue"), multimediaRooms: valueOf("multimediaRooms"),
};

const FROM = `FROM section_results r JOIN schools s ON s.id = r.school_id JOIN divisions d ON d.code = r.division_code
  WHERE r.year = $1::int AND r.division_code COLLATE "C" >= $2 AND r.division_code COLLATE "C" < $3`;
const MATCHES = `($4::text IS NULL OR r.stage = $4) AND ($5::text IS NULL OR s.kind = $5) AND ($6::text IS NULL OR strpos(r.name, $6) > 0 OR starts_with(r.code, $6))
  AND ($7::text IS NULL OR $7 = CASE WHEN NOT r.complete THEN 'open' WHEN r.compliant THEN 'met' ELSE 'unmet' END)`;

const counts = z.object({ total: z.number(), unmet: z.number(), open: z.number(), matched: z.number() });
const row = z.object({ schoolId: z.string(), complete: z.boolean(), result: section, kind: z.enum(SCHOOL_KINDS), county: z.string() });

export type SectionRow = StoredSection & { kind: z.infer<typeof row>["kind"]; county: string };
export type SectionPage = { rows: SectionRow[]; counts: z.infer<typeof counts>; page: number; pages: number };

/** One page of the approved sections of a division and all below it, ordered and filtered by the database. Two queries. */
export async function pageSections(tx: Tx, code: string, year: number, filters: SchoolFilters): Promise<SectionPage> {
  const db = asQuery(tx);
  const { stage = null, kind = null, q, verdict = null, sort } = filters;
  const params = [year, ...codeRange(code), stage, kind, q || null, verdict];
  const counted = counts.parse((await db.query(`SELECT count(*)::int AS total, count(*) FILTER (WHERE r.complete AND NOT r.compliant)::int AS unmet,
    count(*) FILTER (WHERE NOT r.complete)::int AS open, count(*) FILTER (WHERE ${MATCHES})::int AS matched ${FROM}`, params)).rows[0]);
  const pages = Math.max(1, Math.ceil(counted.matched / PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const { rows } = await db.query(`SELECT r.school_id AS "schoolId", r.complete, r.result, s.kind, d.name AS county ${FROM} AND ${MATCHES}
    ORDER BY ${ORDER[sort.key]} ${sort.descending ? "DESC" : "ASC"} NULLS LAST, r.code COLLATE "C", r.stage DESC LIMIT $8::int OFFSET $9::int`, [...params, PAGE_SIZE, (page - 1) * PAGE_SIZE]);
  return { rows: z.array(row).parse(rows).map(({ result, ...rest }) => ({ ...result, ...rest })), counts: counted, page, pages };
}
