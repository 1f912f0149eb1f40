import { z } from "zod";
import type { Query } from "@/lib/db/query";
import { NATIONAL_STANDARD, standardDay, type StandardInForce } from "@/lib/standard/in-force";
import { choicesInForce, READING_KEYS } from "@/lib/standard/readings";
import { choiceRow, overrideRow, storedReadings, storedStandard } from "@/lib/standard/schema";
import { resolveThresholds } from "@/lib/standard/thresholds";

const answer = z.object({ completed: z.boolean(), standard: storedStandard.nullable(), overrides: z.array(overrideRow), choices: z.array(choiceRow) });

/** Everything that bears on a division's standard; a retired row holds no more. */
const READ = `SELECT
  EXISTS (SELECT 1 FROM filing_years y WHERE y.division_code = $1 AND y.year = $2::int AND y.completed_at IS NOT NULL) AS completed,
  (SELECT y.standard FROM filing_years y WHERE y.division_code = $1 AND y.year = $2::int) AS standard,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('divisionCode', o.division_code, 'indicator', o.indicator, 'stage', o.stage, 'value', o.value, 'basis', o.basis,
      'validFrom', o.valid_from, 'validTo', o.valid_to) ORDER BY o.id), '[]') FROM threshold_overrides o WHERE o.retired_at IS NULL AND starts_with($1, o.division_code)) AS overrides,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('divisionCode', c.division_code, 'reading', c.reading, 'value', c.value,
      'validFrom', c.valid_from, 'validTo', c.valid_to) ORDER BY c.id), '[]') FROM reading_choices c WHERE c.retired_at IS NULL AND starts_with($1, c.division_code)) AS choices`;

/**
 * What a division is judged by in a year: what was fixed when a county completed the year, else 国家 ← 省 ← 市 on 1 September of it
 * (decision 0003). The one place where results, forms and pages learn it. One query.
 */
export async function getStandard(db: Query, divisionCode: string, year: number): Promise<StandardInForce> {
  const { rows } = await db.query(READ, [divisionCode, year]);
  const { completed, standard, overrides, choices } = answer.parse(rows[0]);
  if (completed) return standard ?? NATIONAL_STANDARD;
  const day = standardDay(year);
  const chosen = choicesInForce(choices, divisionCode, day);
  const readings = storedReadings.parse(Object.fromEntries(READING_KEYS.flatMap((key) => { const choice = chosen[key]; return choice ? [[key, choice.value]] : []; })));
  return { thresholds: resolveThresholds(overrides, divisionCode, day), readings };
}
