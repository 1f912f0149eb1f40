import { z } from "zod";
import { asQuery } from "@/lib/db/query";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { listCountyStandings } from "@/lib/results/list-county-standings";
import type { AreaRow, CountyCv } from "./explain-area";
import type { AreaFigure, CountyCount } from "./keys";

const cvRow = z.object({ code: z.string(), cv: z.number().nullable(), cvLimit: z.number(), cvPass: z.boolean() });
const countRow = z.object({ n: z.number() });

async function readCvs(tx: Tx, code: string, year: number, { stage, key }: Extract<AreaFigure, { kind: "cv" }>): Promise<Map<string, CountyCv>> {
  const { rows } = await asQuery(tx).query(`SELECT division_code AS code, cv, cv_limit AS "cvLimit", cv_pass AS "cvPass" FROM stage_results
    WHERE year = $3::int AND stage = $4 AND indicator = $5 AND division_code COLLATE "C" >= $1 AND division_code COLLATE "C" < $2`, [...codeRange(code), year, stage, key]);
  return new Map(z.array(cvRow).parse(rows).map(({ code: county, ...cv }) => [county, cv]));
}

/** The counties of a place with what an area's figure counts of them, in the order of codes. Two queries. */
export async function listAreaCounties(tx: Tx, code: string, year: number, figure: AreaFigure): Promise<AreaRow[]> {
  const standings = await listCountyStandings(tx, code, year);
  const cvs = figure.kind === "cv" ? await readCvs(tx, code, year, figure) : new Map<string, CountyCv>();
  return standings.map((row) => ({ ...row, cv: cvs.get(row.code) ?? null }));
}

const COLUMN: Partial<Record<CountyCount, string>> = { reported: "reported", resource: "resource_passed", compliant: "compliant" };

/**
 * The same figure from the counters that the database keeps for provinces and the nation (0024), which their overviews show;
 * null for a city, for the 规划表 and for recognitions, which have none. One query.
 */
export async function readCounter(tx: Tx, code: string, year: number, figure: AreaFigure): Promise<number | null> {
  const column = figure.kind === "counties" ? COLUMN[figure.count] : figure.kind === "sections" ? undefined : "n";
  if (code.length > 2 || column === undefined) return null;
  const place = code === "cn" ? "" : " AND place = $2";
  const values = code === "cn" ? [year] : [year, code];
  const at = values.length;
  const { rows } = figure.kind === "cv"
    ? await asQuery(tx).query(`SELECT coalesce(sum(n), 0)::int AS n FROM cv_counts WHERE year = $1::int${place} AND stage = $${at + 1} AND indicator = $${at + 2} AND passed`, [...values, figure.stage, figure.key])
    : await asQuery(tx).query(`SELECT coalesce(sum(${column}), 0)::int AS n FROM result_counts WHERE year = $1::int${place}`, values);
  return countRow.parse(rows[0]).n;
}
