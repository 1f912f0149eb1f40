import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { INDICATOR_KEYS, STAGES } from "@/lib/standard/indicators";
import type { PlannedMeasure } from "./project";

const row = z.object({ from: z.enum(["ledger", "project"]), schoolId: z.string(), stage: z.enum(STAGES), key: z.enum(INDICATOR_KEYS), amount: z.number(), until: z.string() });

/**
 * What is planned for single schools after the figures of a year: shortfalls of the ledger by their last day (else the end of their
 * planned year), and projects that serve an area shortfall of a school by their day of delivery; paused ones and those without
 * a school or an area are not counted. One query.
 */
export async function listMeasures(tx: Tx, divisionCode: string, after: number): Promise<PlannedMeasure[]> {
  const { rows } = await asQuery(tx).query(`
    SELECT 'ledger' AS "from", school_id AS "schoolId", stage, item AS key, gap::float8 AS amount, coalesce(due_on, make_date(planned_year, 12, 31))::text AS until FROM ledger_entries
      WHERE division_code COLLATE "C" = $1 AND retired_at IS NULL AND state <> 'closed' AND NOT data_met AND school_id IS NOT NULL AND stage = ANY ($3::text[]) AND item = ANY ($4::text[]) AND gap > 0 AND (planned_year IS NOT NULL OR due_on IS NOT NULL)
    UNION ALL
    SELECT 'project', school_id, stage, indicator, area::float8, delivery_on::text FROM projects
      WHERE division_code COLLATE "C" = $1 AND retired_at IS NULL AND state <> 'paused' AND school_id IS NOT NULL AND stage = ANY ($3::text[]) AND indicator IN ('teachingArea', 'sportsArea') AND area > 0 AND delivery_on > make_date($2::int, 9, 1)`,
    [divisionCode, after, [...STAGES], [...INDICATOR_KEYS]]);
  return z.array(row).parse(rows);
}
