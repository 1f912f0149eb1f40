import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { childLength, codeRange, type DivisionLevel } from "@/lib/divisions/codes";
import { BACKBONE_PERCENT, EXCHANGE_PERCENT } from "@/lib/exchange-years/rules";
import { CYCLE_YEARS } from "@/lib/teaching-cycle/rules";
import { shanghaiDay } from "@/lib/time";

const row = z.object({
  code: z.string(), name: z.string(), counties: z.number(), schools: z.number(), inspectors: z.number(),
  /** Visits on the lists of the year (cancelled ones left out), those that took place, and the schools that somebody has been to. */
  visits: z.number(), done: z.number(), visited: z.number(),
  /** Of the teachers in post at each school's newest confirmed record of the cycle: how many are monitored. Null: no county keeps one. */
  recorded: z.number(), teachers: z.number(), covered: z.number(), experimentsRequired: z.number().nullable(), experimentsDone: z.number().nullable(),
  /** Confirmed figures of the year before: the county's own row, else the sum of its schools; `exchangeCounties` have any, `exchangeMet` reach both shares. */
  exchangeCounties: z.number(), exchangeMet: z.number(), eligible: z.number().nullable(), exchanged: z.number().nullable(), backbone: z.number().nullable(),
  groups: z.number(),
});
export type OversightRow = z.infer<typeof row>;

const BELOW = `division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2`;
const SQL = `
  WITH counties AS (SELECT division_code FROM filing_years WHERE year = $3::int AND ${BELOW}),
  roster AS (SELECT division_code, count(*) AS n FROM schools WHERE kind <> 'vocational' AND (closed_on IS NULL OR closed_on > make_date($3::int, 1, 1)) AND ${BELOW} GROUP BY 1),
  visiting AS (SELECT division_code, count(*) AS n, count(*) FILTER (WHERE state IN ('recorded', 'acknowledged')) AS done, count(DISTINCT school_id) FILTER (WHERE state IN ('recorded', 'acknowledged')) AS schools
    FROM visits WHERE year = $3::int AND state <> 'cancelled' AND ${BELOW} GROUP BY 1),
  people AS (SELECT division_code, count(DISTINCT user_id) AS n FROM memberships WHERE office = 'inspector' AND retired_at IS NULL AND (ends_on IS NULL OR ends_on >= $5::date) AND ${BELOW} GROUP BY 1),
  newest AS (SELECT DISTINCT ON (r.school_id) r.division_code, r.teachers, r.covered_cycle FROM teaching_records r JOIN teaching_cycles c ON c.division_code = r.division_code AND $3::int >= c.start_year AND $3::int < c.start_year + ${CYCLE_YEARS}
    WHERE r.state = 'confirmed' AND r.year BETWEEN c.start_year AND $3::int AND r.teachers IS NOT NULL AND r.covered_cycle IS NOT NULL AND r.division_code COLLATE "C" >= $1 AND r.division_code COLLATE "C" < $2 ORDER BY r.school_id, r.year DESC),
  teaching AS (SELECT division_code, count(*) AS n, sum(teachers) AS teachers, sum(covered_cycle) AS covered FROM newest GROUP BY 1),
  experiments AS (SELECT division_code, sum(experiments_required) AS required, sum(experiments_done) AS done FROM teaching_records
    WHERE year = $3::int AND state = 'confirmed' AND experiments_required IS NOT NULL AND experiments_done IS NOT NULL AND ${BELOW} GROUP BY 1),
  exchanges AS (SELECT division_code, bool_or(school_id = '') AS own, sum(eligible) FILTER (WHERE school_id = '') AS e0, sum(exchanged) FILTER (WHERE school_id = '') AS x0, sum(backbone) FILTER (WHERE school_id = '') AS b0,
      sum(eligible) FILTER (WHERE school_id <> '') AS e1, sum(exchanged) FILTER (WHERE school_id <> '') AS x1, sum(backbone) FILTER (WHERE school_id <> '') AS b1
    FROM exchange_years WHERE year = $3::int AND state = 'confirmed' AND ${BELOW} GROUP BY 1),
  exchange AS (SELECT division_code, CASE WHEN own THEN e0 ELSE e1 END AS eligible, CASE WHEN own THEN x0 ELSE x1 END AS exchanged, CASE WHEN own THEN b0 ELSE b1 END AS backbone FROM exchanges),
  standing AS (SELECT division_code, count(*) AS n FROM school_groups WHERE starts_on <= $5::date AND (ended_on IS NULL OR ended_on > $5::date) AND ${BELOW} GROUP BY 1)
  SELECT left(c.division_code, $4::int) AS code, d.name, count(*)::int AS counties, coalesce(sum(roster.n), 0)::int AS schools, coalesce(sum(people.n), 0)::int AS inspectors,
    coalesce(sum(visiting.n), 0)::int AS visits, coalesce(sum(visiting.done), 0)::int AS done, coalesce(sum(visiting.schools), 0)::int AS visited,
    coalesce(sum(teaching.n), 0)::int AS recorded, coalesce(sum(teaching.teachers), 0)::int AS teachers, coalesce(sum(teaching.covered), 0)::int AS covered,
    sum(experiments.required)::int AS "experimentsRequired", sum(experiments.done)::int AS "experimentsDone",
    count(exchange.division_code)::int AS "exchangeCounties",
    (count(*) FILTER (WHERE exchange.eligible > 0 AND exchange.exchanged > 0 AND exchange.exchanged * 100 >= exchange.eligible * ${EXCHANGE_PERCENT} AND exchange.backbone * 100 >= exchange.exchanged * ${BACKBONE_PERCENT}))::int AS "exchangeMet",
    sum(exchange.eligible)::int AS eligible, sum(exchange.exchanged)::int AS exchanged, sum(exchange.backbone)::int AS backbone, coalesce(sum(standing.n), 0)::int AS groups
  FROM counties c JOIN divisions d ON d.code = left(c.division_code, $4::int) LEFT JOIN roster USING (division_code) LEFT JOIN visiting USING (division_code) LEFT JOIN people USING (division_code)
    LEFT JOIN teaching USING (division_code) LEFT JOIN experiments USING (division_code) LEFT JOIN exchange USING (division_code) LEFT JOIN standing USING (division_code)
  GROUP BY 1, 2 ORDER BY 1`;

/** 访校, 教学质量监测, 交流轮岗 and 学校共同体 of the counties below, a row for each child division, for a year. One query. seed: X6, X9, X10, X11 */
export async function listOversight(tx: Tx, code: string, level: DivisionLevel, year: number): Promise<OversightRow[]> {
  const found = await asQuery(tx).query(SQL, [...codeRange(code), year, childLength(level), shanghaiDay(new Date())]);
  return z.array(row).parse(found.rows);
}
