import type { Tx } from "@/lib/db/with-scope";
import { childLength, codeRange, type DivisionLevel } from "@/lib/divisions/codes";

/** How many counties of a place pass by the stored verdicts of a result year; `reported`: those with a verdict. */
export type Reached = { code: string; year: number; met: number; reported: number; counties: number };

/** By year, of the place whole (`whole`) or of each division one level below. One query. */
export async function listReached(tx: Tx, code: string, level: DivisionLevel, by: "whole" | "children"): Promise<Reached[]> {
  const [low, high] = codeRange(code);
  const length = by === "children" ? childLength(level) : code === "cn" ? 0 : code.length;
  return tx.$queryRaw<Reached[]>`
    WITH places AS (
      SELECT left(code, ${length}::int) AS part, count(*) AS counties FROM divisions
      WHERE level = 'county' AND valid_to IS NULL AND code COLLATE "C" >= ${low} AND code COLLATE "C" < ${high} GROUP BY 1
    ), reached AS (
      SELECT left(division_code, ${length}::int) AS part, year, count(*) FILTER (WHERE verdict) AS met, count(*) FILTER (WHERE expected > 0 AND reported >= expected) AS reported
      FROM county_results WHERE division_code COLLATE "C" >= ${low} AND division_code COLLATE "C" < ${high} GROUP BY 1, 2
    )
    SELECT CASE WHEN p.part = '' THEN 'cn' ELSE p.part END AS code, r.year, r.met::int, r.reported::int, p.counties::int
    FROM places p JOIN reached r ON r.part = p.part ORDER BY 1, 2`;
}

export type ShareTargetView = { divisionCode: string; year: number; shareMin: number; shareAim: number; note: string; version: number };

/** The shares that provinces have set, of one place or of all in reach. */
export async function listShares(tx: Tx, code: string): Promise<ShareTargetView[]> {
  return tx.shareTarget.findMany({
    where: { retiredAt: null, ...(code === "cn" ? {} : { divisionCode: code.slice(0, 2) }) },
    orderBy: [{ divisionCode: "asc" }, { year: "asc" }],
    select: { divisionCode: true, year: true, shareMin: true, shareAim: true, note: true, version: true },
  });
}

export const targetPercent = ({ shareMin, shareAim }: Pick<ShareTargetView, "shareMin" | "shareAim">): string => (shareAim > shareMin ? `${shareMin}%，力争 ${shareAim}%` : `${shareMin}%`);
