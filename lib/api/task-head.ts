import type { Actor } from "@/lib/access/actor";
import { getOwnPlace } from "@/lib/counties/get-own-place";
import type { Tx } from "@/lib/db/with-scope";
import { codeRange, levelOf, within } from "@/lib/divisions/codes";
import { chooseYear, getPlace } from "@/lib/divisions/get-place";
import { notFoundError } from "@/lib/errors";

export type TaskHead = { year: number; total: number } | null;

/** People of a unit, a school or a visit see some of the tasks: what they may see is counted, not the county's counters. */
async function seenHead(tx: Tx, actor: Actor, code: string, asked: number | undefined): Promise<TaskHead> {
  const year = chooseYear(levelOf(code) === "county" ? await getOwnPlace(tx, actor, code) : await getPlace(tx, actor, code), asked);
  if (year === null) return null;
  const [low, high] = codeRange(code);
  const [count] = await tx.$queryRaw<{ total: number }[]>`
    SELECT ((SELECT count(*) FROM tasks WHERE year = ${year}::int AND retired_at IS NULL AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high})
      + (SELECT count(*) FROM policy_documents WHERE retired_at IS NULL AND division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high}))::int AS total`;
  return { year, total: count?.total ?? 0 };
}

/** The year that is answered for a division in reach, and how many tasks and policy documents it has; null where nobody files. One query. @throws AppError notFound. */
export async function getTaskHead(tx: Tx, actor: Actor, code: string, asked: number | undefined): Promise<TaskHead> {
  const { office } = actor;
  if (office.level === "school" || office.office === "unit" || office.office === "inspector") return seenHead(tx, actor, code, asked);
  if (levelOf(code) === null || !within(code, office.divisionCode)) throw notFoundError();
  const [low, high] = codeRange(code);
  const rows = await tx.$queryRaw<{ known: boolean; year: number | null; complete: boolean; total: number }[]>`
    SELECT k.known, y.year, y.complete, CASE WHEN y.year IS NOT NULL THEN tasks_in_reach(y.year, ${low}, ${high}) END AS total
    FROM (SELECT EXISTS (SELECT 1 FROM divisions WHERE code = ${code}) AS known) k LEFT JOIN (
      SELECT year, bool_and(completed_at IS NOT NULL) AS complete FROM filing_years WHERE division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high} GROUP BY year) y ON true
    ORDER BY y.year DESC`;
  if (!rows[0]?.known) throw notFoundError();
  const years = rows.flatMap(({ year, complete }) => (year === null ? [] : [{ year, complete }]));
  const year = chooseYear({ years }, asked);
  return year === null ? null : { year, total: rows.find((row) => row.year === year)?.total ?? 0 };
}
