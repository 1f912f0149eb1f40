import { z } from "zod";
import type { Tx } from "@/lib/db/with-scope";
import { schoolFields } from "./schema";
import type { ListedSchool } from "./plan-roster";

const row = z.object({ id: z.string(), version: z.number(), closedOn: z.string().nullable(), parentSchoolId: z.string().nullable(), filings: z.number(), underReview: z.boolean(), fields: schoolFields });

/** Every school that a county ever listed with its whole entry, by code. One query. */
export async function listListed(tx: Tx, divisionCode: string): Promise<ListedSchool[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT s.id, s.version, to_char(s.closed_on, 'YYYY-MM-DD') AS "closedOn", s.parent_school_id AS "parentSchoolId",
      count(f.id)::int AS filings, coalesce(bool_or(f.state IN ('submitted', 'resubmitted')), false) AS "underReview",
      jsonb_build_object('code', s.code, 'name', s.name, 'kind', s.kind, 'areaType', s.area_type, 'operatorType', s.operator_type, 'boarding', s.boarding, 'builtYear', s.built_year, 'counted', s.counted,
        'parentCode', (SELECT p.code FROM schools p WHERE p.id = s.parent_school_id), 'openedOn', to_char(s.opened_on, 'YYYY-MM-DD')) AS fields
    FROM schools s LEFT JOIN filings f ON f.school_id = s.id
    WHERE s.division_code COLLATE "C" = ${divisionCode} GROUP BY s.id ORDER BY s.code COLLATE "C"`;
  return rows.map((one) => row.parse(one)).map(({ fields, filings, underReview, ...school }) => ({
    ...school, code: fields.code, name: fields.name, kind: fields.kind, counted: fields.counted, openedOn: fields.openedOn, fields, past: { filings, underReview, branches: 0 },
  }));
}
