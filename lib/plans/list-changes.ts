import type { Tx } from "@/lib/db/with-scope";
import { codeRange } from "@/lib/divisions/codes";
import { placeName } from "@/lib/divisions/place-name";

export type PlanChangeView = { id: string; at: Date; byName: string; place: string; act: string; fromYear: number | null; toYear: number | null; text: string };

const LATEST = 200;

/** The newest changes of a plan, below a place and of the province's own acts. Two queries. */
export async function listChanges(tx: Tx, code: string): Promise<PlanChangeView[]> {
  const [low, high] = codeRange(code);
  const rows = await tx.$queryRaw<PlanChangeView[]>`
    SELECT h.id, h.at, h.by_name AS "byName", d.path AS place, h.act, h.from_year AS "fromYear", h.to_year AS "toYear", h.text
    FROM plan_changes h JOIN divisions d ON d.code = h.division_code
    WHERE (h.division_code COLLATE "C" >= ${low} AND h.division_code COLLATE "C" < ${high}) OR h.division_code = ${code.slice(0, 2)}
    ORDER BY h.at DESC, h.id LIMIT ${LATEST}::int`;
  const read = await tx.division.findUnique({ where: { code }, select: { path: true } });
  return rows.map((row) => ({ ...row, place: placeName(row.place, read?.path ?? "") }));
}
