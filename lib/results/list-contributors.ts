import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import type { Contributor } from "@/lib/evaluation/contributions";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import type { CountyCv } from "./cvs";

const row = z.object({ schoolId: z.string(), school: z.string(), code: z.string(), stage: z.enum(STAGES), students: z.number(), values: z.partialRecord(z.enum(INDICATOR_KEYS), z.number().nullable()) });
/** A section with its values of the coefficients asked for. */
export type CvSection = Contributor & { schoolId: string };

/** The sections that coefficients lie in, in the order of codes, with no more of them than is asked for. One query. */
export async function listContributors(tx: Tx, divisionCode: string, year: number, cvs: CountyCv[]): Promise<CvSection[]> {
  const [stages, keys] = [[...new Set(cvs.map(({ stage }) => stage))], [...new Set(cvs.map(({ key }) => key))]];
  const { rows } = await asQuery(tx).query(`SELECT school_id AS "schoolId", name AS school, code, stage, students, (SELECT jsonb_object_agg(k, result->'values'->k) FROM unnest($4::text[]) k) AS values FROM section_results
    WHERE division_code = $1 AND year = $2::int AND stage = ANY ($3::text[]) ORDER BY code COLLATE "C", stage DESC`, [divisionCode, year, stages, keys]);
  return z.array(row).parse(rows);
}
